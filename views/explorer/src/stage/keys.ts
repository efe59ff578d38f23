// The keys of the whole page. None does anything while one types in a field.

import { signal } from "@preact/signals";
import { change, panel, redo, selected, toggleChosen, undo, view } from "../state/view";
import { expandEntity, hide, selectedEntity, togglePin } from "./acts";
import { renderer } from "./drawing";
import { walk, type Way } from "./walk";

export const helpOpen = signal(false);

export const KEYS: [keys: string, does: string][] = [
  ["/", "Search"],
  ["← ↑ → ↓", "Go to the neighbour that way"],
  ["Enter", "Read the evidence of what is selected"],
  ["E", "Expand the selected entity"],
  ["H", "Hide it"],
  ["P", "Pin it, or let it go"],
  ["C", "Choose it, for chains and merging"],
  ["Escape", "Select nothing, then mark nothing"],
  ["+ −", "Come nearer, go away"],
  ["0", "See all"],
  ["Ctrl Z", "Undo"],
  ["Ctrl Shift Z", "Do again"],
  ["?", "Show these keys"],
];

export function listenToKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || isField(event.target) || document.querySelector("dialog[open]")) return;
    const act = event.ctrlKey || event.metaKey ? commandKey(event) : event.altKey ? null : plainKey(event);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function commandKey(event: KeyboardEvent): (() => void) | null {
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? redo : undo;
  return key === "y" ? redo : null;
}

function plainKey(event: KeyboardEvent): (() => void) | null {
  switch (event.key) {
    case "/":
      return () => document.getElementById("search")?.focus();
    case "?":
      return () => (helpOpen.value = true);
    case "Escape":
      return clear;
    case "+":
    case "=":
      return () => renderer.value?.zoom(1.4);
    case "-":
      return () => renderer.value?.zoom(1 / 1.4);
    case "0":
      return () => renderer.value?.fit();
  }
  // Enter on a button presses it.
  if (event.key === "Enter" && event.target instanceof HTMLButtonElement) return null;
  return onStage(event.target) ? stageKey(event.key) : null;
}

function stageKey(key: string): (() => void) | null {
  if (key.startsWith("Arrow")) return () => walk(key as Way);
  if (key === "Enter") return selected.value ? readEvidence : null;
  // The panel for judging has keys of its own, with the same letters.
  const id = panel.value === "judge" ? null : selectedEntity();
  if (!id) return null;
  switch (key.toLowerCase()) {
    case "e":
      return () => expandEntity(id);
    case "h":
      return () => hide(id);
    case "p":
      return () => togglePin(id);
    case "c":
      return () => toggleChosen(id);
  }
  return null;
}

function readEvidence(): void {
  panel.value = "evidence";
  document.getElementById("panel")?.focus();
}

function clear(): void {
  if (selected.value) selected.value = null;
  else if (view.value.marked.length) change("Mark nothing", { marked: [] });
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select"));
}

/** Whether the drawing is meant: nothing has the focus, or the drawing or a button beside it has. */
function onStage(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.matches("#stage, .canvas, .acts button, .zoom button"));
}
