// What an analyst does with the entity that is selected; each is one step, in words, that can be undone.

import { expand, network, nodes, open, shown } from "../state/network";
import { complain } from "../state/messages";
import { change, EMPTY, selected, view } from "../state/view";
import { placeOf } from "./places";

/** The id of the selected entity, where it is shown. */
export function selectedEntity(): string | null {
  const what = selected.value;
  return what?.what === "entity" && nodes.value.has(what.id) ? what.id : null;
}

export function nameOf(id: string): string {
  return nodes.value.get(id)?.name ?? id;
}

export function openEntity(id: string): void {
  open(id).catch(complain);
}

export function expandEntity(id: string, relations: readonly string[] = []): void {
  expand(id, relations).catch(complain);
}

/** How many facts of an entity are in the graph and not in the view, whatever the filters let through. */
export function moreOf(id: string): number {
  const read = network.value.edges.filter((fact) => fact.source === id || fact.target === id).length;
  return Math.max(0, (nodes.value.get(id)?.facts ?? 0) - read);
}

/** The neighbours that hang on this entity alone. */
export function hangingOn(id: string): string[] {
  const others = new Map<string, Set<string>>();
  for (const { source, target } of network.value.edges) {
    others.set(source, (others.get(source) ?? new Set()).add(target));
    others.set(target, (others.get(target) ?? new Set()).add(source));
  }
  return [...(others.get(id) ?? [])].filter((one) => one !== id && [...others.get(one)!].every((other) => other === id || other === one));
}

export function collapse(id: string): void {
  const leaves = new Set(hangingOn(id));
  const label = `Collapse ${nameOf(id)}`;
  const { entities } = view.value;
  if (entities) change(label, { entities: entities.filter((one) => !leaves.has(one)) });
  else change(label, (now) => ({ hidden: [...now.hidden, ...leaves] }));
}

export function hide(id: string): void {
  change(`Hide ${nameOf(id)}`, (now) => ({ hidden: [...now.hidden, id] }));
  selected.value = null;
}

/** Lets all through that the legend or a hiding holds back. */
export function showAllAgain(): void {
  change("Show all again", { off: EMPTY.off, least: 0, hidden: [] });
}

/** Keeps the entity and its neighbours in the view, nothing else. */
export function onlyThis(id: string): void {
  const near = new Set([id]);
  for (const { source, target } of shown.value.facts) {
    if (source === id) near.add(target);
    if (target === id) near.add(source);
  }
  change(`Only ${nameOf(id)}`, { entities: [...near], hidden: [] });
}

export function isPinned(id: string): boolean {
  return view.value.pinned[id] !== undefined;
}

/** Keeps a node where it stands, or lets it go. */
export function togglePin(id: string): void {
  const name = nameOf(id);
  if (isPinned(id)) {
    const { [id]: _, ...rest } = view.value.pinned;
    change(`Unpin ${name}`, { pinned: rest });
  } else {
    pin(id);
  }
}

export function pin(id: string): void {
  const { x, y } = placeOf(id);
  change(`Pin ${nameOf(id)}`, (now) => ({ pinned: { ...now.pinned, [id]: [Math.round(x), Math.round(y)] } }));
}

export function showWholeGraph(): void {
  change("Show the whole graph", { entities: null, hidden: [], pinned: {}, marked: [] });
}

export function clearView(): void {
  change("Start again", { entities: [], hidden: [], pinned: {}, marked: [] });
  selected.value = null;
}
