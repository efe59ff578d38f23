// What was looked at before, for the way back.

import { effect, signal } from "@preact/signals";
import { type Selected, selected } from "../state/view";

const LONGEST = 50;
export const trail = signal<Selected[]>([]);
let here: Selected | null = null;

effect(() => {
  const next = selected.value;
  if (here && next && (here.id !== next.id || here.what !== next.what)) trail.value = [...trail.peek(), here].slice(-LONGEST);
  here = next;
});

export function goBack(): void {
  const last = trail.value.at(-1);
  if (!last) return;
  here = null;
  selected.value = last;
  trail.value = trail.value.slice(0, -1);
}
