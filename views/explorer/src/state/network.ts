// What the server told of the entities shown, and what of it passes the filters.

import { batch, computed, effect, signal } from "@preact/signals";
import { get, post, Problem } from "../api";
import type { Alliance, Fact, Health, Neighbourhood, Node, Outline } from "../records";
import { abilities } from "../hosts/abilities";
import { countWords } from "../words";
import { revision } from "./changes";
import { shownOn } from "../time/moment";
import { communities, readCommunities, type Communities } from "./communities";
import { complain, say } from "./messages";
import { change, folded, show, view } from "./view";

const NOTHING: Outline = { nodes: [], edges: [], alliances: [], scope: "", left_out: 0, as_of: null };
/** Entities that the whole graph may have to be drawn one by one; beyond, it is drawn as communities. */
export const MOST_DRAWN = 10_000;
/** Neighbours that one expansion adds; the rest is offered as "+37 more". */
export const EXPANSION = 25;
/** The longest list of neighbours that the server gives at once. */
const MOST_NEIGHBOURS = 1000;

/** The answer for the entities of the view, unfiltered. */
export const network = signal<Outline>(NOTHING);
export const loading = signal(false);

export const nodes = computed(() => new Map(network.value.nodes.map((node) => [node.id, node])));
export const facts = computed(() => new Map(network.value.edges.map((fact) => [fact.id, fact])));
export const alliances = computed(() => new Map(network.value.alliances.map((one) => [one.id, one])));

export interface Shown {
  nodes: Node[];
  facts: Fact[];
  alliances: Alliance[];
}

const moment = computed(() => view.value.asOf);

/** What the server told, as it was at the moment of the view. */
const then = computed<Shown>(() => {
  const now = { nodes: network.value.nodes, facts: network.value.edges, alliances: network.value.alliances };
  return moment.value ? shownOn(now, alliances.value, moment.value) : now;
});

/** What the filters let through; drawing and tables show exactly this. */
export const shown = computed<Shown>(() => {
  const { off, hidden, least } = view.value;
  const away = new Set(hidden);
  const kinds = new Set(off.kinds);
  const relations = new Set(off.relations);
  const statuses = new Set(off.statuses);
  const kept = then.value.nodes.filter((node) => !away.has(node.id) && !kinds.has(node.kind));
  const ids = new Set(kept.map((node) => node.id));
  const edges = then.value.facts.filter(
    (fact) =>
      ids.has(fact.source) &&
      ids.has(fact.target) &&
      !relations.has(fact.predicate) &&
      !statuses.has(fact.status ?? "none") &&
      fact.confidence >= least,
  );
  const deals = then.value.alliances.filter(
    (one) => !kinds.has("Alliance") && !statuses.has(one.status ?? "none") && one.parties.filter((party) => ids.has(party.id)).length > 1,
  );
  return { nodes: kept, facts: edges, alliances: deals };
});

let asked: AbortController | null = null;

/** Keeps `network` the answer for the entities of the view; runs as long as the page. */
export function follow(): void {
  const wanted = computed(() => ({ ids: view.value.entities, key: view.value.entities?.join(" ") ?? "*" }));
  let key = "";
  let seen = 0;
  effect(() => {
    const { ids, key: next } = wanted.value;
    const now = revision.value;
    if (next === key && now === seen) return;
    key = next;
    seen = now;
    void read(ids);
  });
}

async function read(ids: string[] | null): Promise<void> {
  asked?.abort();
  asked = new AbortController();
  const { signal: stopped } = asked;
  if (ids?.length === 0) {
    tell(NOTHING, null);
    return;
  }
  loading.value = true;
  try {
    const large = ids === null && abilities.value.communities && (await isLarge(stopped));
    if (large) tell(NOTHING, await readCommunities(stopped));
    else tell(await (ids ? among(ids, stopped) : get<Outline>("network", { limit: MOST_DRAWN, places: true }, stopped)), null);
  } catch (error) {
    if (!stopped.aborted) complain(error);
  } finally {
    if (!stopped.aborted) loading.value = false;
  }

  function tell(outline: Outline, large: Communities | null) {
    if (stopped.aborted) return;
    batch(() => {
      communities.value = large;
      folded.value = large !== null;
      network.value = outline;
      loading.value = false;
    });
  }
}

async function isLarge(stopped: AbortSignal): Promise<boolean> {
  const { counts } = await get<Health>("health", {}, stopped);
  return (counts.entities ?? 0) > MOST_DRAWN;
}

/** What is among some entities; those that are no longer in the graph are said and left out. */
async function among(ids: string[], stopped: AbortSignal): Promise<Outline> {
  const ask = (entities: string[]) => post<Outline>("network", { entities, depth: 0, limit: entities.length, places: true }, stopped);
  try {
    return await ask(ids);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
    const there = await stillThere(ids, stopped);
    say(`${countWords(ids.length - there.length, "entity is", "entities are")} no longer in the graph and left out.`);
    return there.length ? ask(there) : NOTHING;
  }
}

async function stillThere(ids: string[], stopped: AbortSignal): Promise<string[]> {
  const there = [];
  for (const id of ids) {
    try {
      await get("entities/" + encodeURIComponent(id), {}, stopped);
      there.push(id);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
    }
  }
  return there;
}

/** Adds neighbours of an entity that are not shown yet, best connected first; gives how many are left. */
export async function expand(id: string, relations: readonly string[] = []): Promise<number> {
  const { entities, hidden } = view.value;
  const away = new Set([...(entities ?? []), ...hidden, id]);
  const limit = Math.min(MOST_NEIGHBOURS, EXPANSION + away.size);
  const found = await get<Neighbourhood>(`entities/${encodeURIComponent(id)}/neighbours`, { relation: relations, limit });
  const fresh = found.nodes.map((node) => node.id).filter((one) => !away.has(one));
  const added = fresh.slice(0, EXPANSION);
  const name = found.nodes.find((node) => node.id === id)?.name ?? id;
  if (added.length === 0) say(`${name} has no further neighbours${hidden.length ? " but hidden ones" : ""}.`);
  else show([id, ...added], `Expand ${name}`);
  return found.left + fresh.length - added.length;
}

/** Starts anew around an entity. */
export async function open(id: string): Promise<void> {
  const found = await get<Neighbourhood>(`entities/${encodeURIComponent(id)}/neighbours`, { limit: EXPANSION });
  const ids = [id, ...found.nodes.map((node) => node.id).filter((one) => one !== id)];
  change(`Open ${found.nodes.find((node) => node.id === id)?.name ?? id}`, { entities: ids, hidden: [], pinned: {}, marked: [] });
}
