// What stands out: what is selected with its neighbours, or else what is marked.

import { computed } from "@preact/signals";
import { alliances, facts, shown } from "../state/network";
import { chosen, selected, view } from "../state/view";
import { partyEdge } from "./ids";

export interface Focus {
  /** Whether everything else fades. */
  fades: boolean;
  nodes: Set<string>;
  edges: Set<string>;
  /** How a node or an edge is set off. */
  ring: (id: string) => "selected" | "chosen" | "marked" | null;
}

export const focus = computed<Focus>(() => {
  const near = around(selected.value);
  const picked = selected.value?.id;
  const marked = new Set(view.value.marked);
  const several = new Set(chosen.value);
  const kept = near ?? (marked.size ? among(marked) : null);
  return {
    fades: kept !== null,
    nodes: kept?.nodes ?? new Set(),
    edges: kept?.edges ?? new Set(),
    ring: (id) => (id === picked ? "selected" : several.has(id) ? "chosen" : marked.has(id) ? "marked" : null),
  };
});

interface Part {
  nodes: Set<string>;
  edges: Set<string>;
}

/** What is selected with its neighbours; null where it is not shown. */
function around(what: typeof selected.value): Part | null {
  if (what?.what === "entity") return aroundEntity(what.id);
  if (what?.what === "fact") {
    const fact = facts.value.get(what.id);
    return fact ? { nodes: new Set([fact.source, fact.target]), edges: new Set([fact.id]) } : null;
  }
  if (what?.what === "alliance") return aroundAlliance(what.id);
  return null;
}

function aroundEntity(id: string): Part | null {
  if (!shown.value.nodes.some((node) => node.id === id)) return null;
  const part: Part = { nodes: new Set([id]), edges: new Set() };
  for (const fact of shown.value.facts) {
    if (fact.source !== id && fact.target !== id) continue;
    part.nodes.add(fact.source).add(fact.target);
    part.edges.add(fact.id);
  }
  for (const alliance of shown.value.alliances) {
    if (!alliance.parties.some((party) => party.id === id)) continue;
    part.nodes.add(alliance.id);
    for (const party of alliance.parties) part.edges.add(partyEdge(alliance.id, party.id));
  }
  return part;
}

function aroundAlliance(id: string): Part | null {
  const alliance = alliances.value.get(id);
  if (!alliance) return null;
  const parties = alliance.parties.map((party) => party.id);
  const between = shown.value.facts.filter((fact) => fact.alliance === id).map((fact) => fact.id);
  return { nodes: new Set([id, ...parties]), edges: new Set([...parties.map((party) => partyEdge(id, party)), ...between]) };
}

function among(ids: Set<string>): Part {
  const edges = shown.value.facts.filter((fact) => ids.has(fact.id)).map((fact) => fact.id);
  return { nodes: ids, edges: new Set(edges) };
}
