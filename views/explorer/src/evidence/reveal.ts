// Brings into the graph what is spoken of.

import { nodes } from "../state/network";
import { change, select, view } from "../state/view";

/** Adds entities to the graph where they are missing, and has what is `marked` (entities, facts) stand out. */
export function reveal(ids: readonly string[], label: string, marked: readonly string[] = []): void {
  const { entities, hidden } = view.value;
  const whole = entities === null && ids.every((id) => nodes.value.has(id));
  const missing = ids.filter((id) => hidden.includes(id) || !(whole || entities?.includes(id)));
  if (!missing.length && !marked.length) return;
  change(label, {
    entities: whole ? null : [...new Set([...(entities ?? []), ...ids])],
    hidden: hidden.filter((id) => !ids.includes(id)),
    ...(marked.length ? { marked: [...marked] } : {}),
  });
}

/** Opens an entity: its evidence beside, itself in the graph. */
export function visit(id: string, name: string): void {
  reveal([id], `Show ${name}`);
  select("entity", id);
}
