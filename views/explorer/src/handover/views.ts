// Views saved in the graph.

import { signal } from "@preact/signals";
import { get, post, put, remove } from "../api";
import { signed } from "../judge/author";
import type { Page } from "../records";
import { asView } from "../state/address";
import { complain, say } from "../state/messages";
import { change, stage, view } from "../state/view";

export interface SavedView {
  id: string;
  name: string;
  state: Record<string, unknown>;
  author: string;
  changed_at: string;
}

const STAGES = ["graph", "table", "timeline"] as const;

/** Views that one answer holds; each may be large. */
const STEP = 100;

/** By name; null until they were read. */
export const savedViews = signal<SavedView[] | null>(null);

export async function readViews(): Promise<void> {
  try {
    const found: SavedView[] = [];
    for (let more = true; more; ) {
      const page = await get<Page<SavedView>>("saved-views", { limit: STEP, offset: found.length });
      found.push(...page.items);
      more = page.more;
    }
    savedViews.value = found;
  } catch (error) {
    complain(error);
  }
}

/** Keeps what is seen now; gives whether it was taken. */
export function keepView(name: string): Promise<boolean> {
  return write(`“${name}” is saved.`, () => post("saved-views", signed({ name, state: { view: view.value, stage: stage.value } })));
}

export function rename(saved: SavedView, name: string): Promise<boolean> {
  return write(`It is called “${name}” now.`, () => put(address(saved), signed({ name })));
}

export function forget(saved: SavedView): Promise<boolean> {
  return write(`“${saved.name}” is deleted.`, () => remove(address(saved)));
}

/** Shows a saved view, as one step. */
export function openView(saved: SavedView): void {
  try {
    change(`Open “${saved.name}”`, asView(saved.state.view));
    stage.value = STAGES.find((one) => one === saved.state.stage) ?? "graph";
  } catch {
    complain(new Error(`“${saved.name}” was saved by another version of the explorer and cannot be opened. Delete it and save it again.`));
  }
}

async function write(words: string, run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    say(words);
    await readViews();
    return true;
  } catch (error) {
    complain(error);
    return false;
  }
}

function address(saved: SavedView): string {
  return `saved-views/${encodeURIComponent(saved.id)}`;
}
