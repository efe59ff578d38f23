// Writes judgements on names, and ends them.

import { post } from "../api";
import { look } from "../state/changes";
import { complain, say } from "../state/messages";
import type { Judgement } from "./answers";
import { signed } from "./author";

/** What leaves an entity: some of its names, or all its names in one document (id). */
export type Leaving = { names: string[] } | { document: string };

/** What is said once it is written, and what is done before others hear of it. */
interface Then {
  words: string;
  onDone: () => void;
}

export function merge(left: string, right: string, reason: string, then: Then): Promise<void> {
  return written(then, async () => [await post<Judgement>("merge", signed({ left, right, reason }))]);
}

export function split(entity: string, leaving: Leaving, reason: string, then: Then): Promise<void> {
  return written(then, async () => (await post<{ items: Judgement[] }>("split", signed({ entity, ...leaving, reason }))).items);
}

/** Ends judgements or decisions, the latest first. */
export async function end(ids: readonly string[], words: string): Promise<void> {
  try {
    for (const id of [...ids].reverse()) await post(`judgements/${encodeURIComponent(id)}/undo`, signed({}));
    say(words);
  } catch (error) {
    complain(error);
  }
  await look();
}

async function written({ words, onDone }: Then, write: () => Promise<Judgement[]>): Promise<void> {
  try {
    const made = await write();
    say(words, { title: "Undo", run: () => void end(made.map((one) => one.id), "Undone: all is as it was before.") });
    onDone();
    await look();
  } catch (error) {
    complain(error);
  }
}
