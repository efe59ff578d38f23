// Notices that the graph was written to, by this window or another, and tells who wants to know.

import { effect, signal } from "@preact/signals";
import { get, Problem } from "../api";

/** Grows by one whenever the graph has changed; read it in an effect to ask anew. */
export const revision = signal(0);
/** Whether the server and its database answer. */
export const reachable = signal(true);
/** Whether the server does not know this window: it was opened without the token. */
export const barred = signal(false);
const EVERY = 2000;
let mark = "";

export async function look(): Promise<void> {
  try {
    const answer = await get<{ mark: string; changed: boolean }>("changes", { since: mark });
    if (mark && answer.changed) revision.value += 1;
    mark = answer.mark;
    reachable.value = true;
    barred.value = false;
  } catch (error) {
    barred.value = error instanceof Problem && error.status === 401;
    reachable.value = barred.value;
  }
}

/** Looks every two seconds while the page is seen. */
export function watch(): void {
  void look();
  setInterval(() => {
    if (document.visibilityState === "visible") void look();
  }, EVERY);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void look();
  });
}

/** Runs at once and after every change of the graph. */
export function onChange(run: () => void): () => void {
  return effect(() => {
    void revision.value;
    run();
  });
}
