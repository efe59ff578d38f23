// The files on their way into the graph: sent one after another, then followed until the server is done with them.

import { computed, signal } from "@preact/signals";
import { get, send } from "../api";
import type { Page } from "../records";
import { look } from "../state/changes";
import { complain } from "../state/messages";
import type { Load } from "./answers";
import { MOST_FILES, problemOf } from "./files";

/** A file: not yet sent, refused before it was, or known to the server as `load`. */
export interface Addition {
  key: string;
  name: string;
  size: number | null;
  problem?: string;
  load?: Load;
}

const EVERY = 700;

export const additions = signal<Addition[]>([]);
export const running = computed(() => additions.value.some(isRunning));

const waiting: { key: string; file: File }[] = [];
let last = 0;
let sending = false;
let following = false;

export function isRunning({ problem, load }: Addition): boolean {
  return !problem && load?.state !== "done" && load?.state !== "failed";
}

/** Takes files; what cannot be sent is listed with the reason. */
export async function addFiles(files: readonly File[]): Promise<void> {
  if (files.length > MOST_FILES) {
    complain(new Error(`${files.length} files at once are too many: ${MOST_FILES} were taken. Load the others with 'allygraph load'.`));
  }
  for (const file of files.slice(0, MOST_FILES)) {
    const key = `file-${++last}`;
    const problem = (await problemOf(file)) ?? undefined;
    additions.value = [{ key, name: file.name, size: file.size, problem }, ...additions.value];
    if (!problem) waiting.push({ key, file });
  }
  void sendWaiting();
}

/** Lists what the server was given before this page was opened. */
export async function readLoads(): Promise<void> {
  try {
    const { items } = await get<Page<Load>>("loads");
    const known = new Set(additions.value.map((one) => one.load?.id));
    const others = items.filter((load) => !known.has(load.id));
    additions.value = [...additions.value, ...others.map((load) => ({ key: load.id, name: load.name, size: null, load }))];
    void follow();
  } catch (error) {
    complain(error);
  }
}

/** Takes those that have ended off the list. */
export function clearEnded(): void {
  additions.value = additions.value.filter(isRunning);
}

async function sendWaiting(): Promise<void> {
  if (sending) return;
  sending = true;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    try {
      const { id } = await send<{ id: string }>("loads", { name: next.file.name }, next.file);
      note(next.key, { load: await get<Load>(`loads/${id}`) });
      void follow();
    } catch (error) {
      note(next.key, { problem: error instanceof Error ? error.message : String(error) });
    }
  }
  sending = false;
}

/** Asks how far each is, until all have ended. */
async function follow(): Promise<void> {
  if (following) return;
  following = true;
  while (additions.value.some((one) => one.load && isRunning(one))) {
    await new Promise((resolve) => setTimeout(resolve, EVERY));
    for (const { key, load } of additions.value.filter((one) => one.load && isRunning(one)).reverse()) {
      try {
        const now = await get<Load>(`loads/${load!.id}`);
        note(key, { load: now });
        // The server takes one after the other: those behind a waiting one wait as well.
        if (now.state !== "done" && now.state !== "failed") break;
        void look();
      } catch (error) {
        note(key, { problem: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  following = false;
}

function note(key: string, change: Partial<Addition>): void {
  additions.value = additions.value.map((one) => (one.key === key ? { ...one, ...change } : one));
}
