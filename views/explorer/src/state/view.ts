// What is shown and how: one plain object, so that it can be undone, kept in the address and saved in the graph.

import { computed, signal } from "@preact/signals";

export type Selected = { what: "entity" | "fact" | "alliance" | "claim" | "document"; id: string };
export type Colouring = "kind" | "community";
export type Sizing = "facts" | "shown" | "none";

/** Everything that a link reopens. Lists are in the order in which things came. */
export interface View {
  /** Ids of the entities shown; null shows the whole graph (or its communities, where it is too large). */
  entities: string[] | null;
  /** Ids of entities that were hidden: expanding does not bring them back. */
  hidden: string[];
  /** Where the analyst has put entities. */
  pinned: Record<string, [number, number]>;
  /** What the legend has switched off: kinds of entities, relations, statuses ("none" where not stated). */
  off: { kinds: string[]; relations: string[]; statuses: string[] };
  /** The least confidence (0 to 1) of facts shown. */
  least: number;
  /** Only what was in force then; null for all times. */
  asOf: string | null;
  colouring: Colouring;
  sizing: Sizing;
  /** Chains and answers that stand out: ids of entities and facts. */
  marked: string[];
}

export const EMPTY: View = {
  entities: [],
  hidden: [],
  pinned: {},
  off: { kinds: [], relations: [], statuses: [] },
  least: 0,
  asOf: null,
  colouring: "kind",
  sizing: "facts",
  marked: [],
};

interface Step {
  /** What was done, in words: "Expand Foundry". */
  label: string;
  view: View;
}

const past = signal<Step[]>([]);
const future = signal<Step[]>([]);
const current = signal<Step>({ label: "Start", view: EMPTY });
const STEPS = 200;

/** The view as it is now. Read it, and change it by `change` alone. */
export const view = computed(() => current.value.view);
/** The steps that can be undone and done again, in words; null where there is none. */
export const undoable = computed(() => (past.value.length ? current.value.label : null));
export const redoable = computed(() => future.value.at(-1)?.label ?? null);

/** Takes a step that can be undone. */
export function change(label: string, next: Partial<View> | ((view: View) => Partial<View>)): void {
  const changes = typeof next === "function" ? next(view.value) : next;
  past.value = [...past.value, current.value].slice(-STEPS);
  future.value = [];
  current.value = { label, view: { ...view.value, ...changes } };
}

/** Changes the view without a step of its own: while a slider moves, or a link is opened. */
export function amend(next: Partial<View>): void {
  current.value = { ...current.value, view: { ...view.value, ...next } };
}

export function undo(): void {
  const step = past.value.at(-1);
  if (!step) return;
  future.value = [...future.value, current.value];
  past.value = past.value.slice(0, -1);
  current.value = step;
}

export function redo(): void {
  const step = future.value.at(-1);
  if (!step) return;
  past.value = [...past.value, current.value];
  future.value = future.value.slice(0, -1);
  current.value = step;
}

/** What the evidence pane speaks of. Not a step: looking is not changing. */
export const selected = signal<Selected | null>(null);
/** The panel on the right that is open, by name; see panels/index.ts. */
export const panel = signal("evidence");
/** What stands in the middle: the drawing, or its twin as tables, or the timeline. */
export const stage = signal<"graph" | "table" | "timeline">("graph");

/** Opens the evidence of something. */
export function select(what: Selected["what"], id: string): void {
  selected.value = { what, id };
  panel.value = "evidence";
}

/** Whether the whole graph is too large to be drawn one by one, and stands there as communities. */
export const folded = signal(false);

/** Adds entities to what is shown, as one step; the whole graph has them already. */
export function show(ids: readonly string[], label: string): void {
  change(label, (now) => ({
    entities: now.entities === null && !folded.value ? null : [...new Set([...(now.entities ?? []), ...ids])],
    hidden: now.hidden.filter((id) => !ids.includes(id)),
  }));
}

/** Entities chosen for what takes two or more: chains, common partners, merging, hiding. In the order chosen. */
export const chosen = signal<string[]>([]);

export function toggleChosen(id: string): void {
  chosen.value = chosen.value.includes(id) ? chosen.value.filter((one) => one !== id) : [...chosen.value, id];
}
