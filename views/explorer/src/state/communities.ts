// The whole graph as communities, where it is too large to be drawn one by one.

import { signal } from "@preact/signals";
import { get } from "../api";
import type { Outline } from "../records";
import { complain } from "./messages";
import { change } from "./view";

export interface Communities {
  mark: string;
  items: { id: number; size: number; label: string; entities: string[]; x: number; y: number; kinds: Record<string, number> }[];
  /** Facts between communities. */
  ties: { source: number; target: number; facts: number }[];
  total: number;
  left_out: number;
}

/** What is drawn in place of entities; null where entities are. */
export const communities = signal<Communities | null>(null);
const MOST = 200;
/** As many entities of a community are unfolded, best connected first. */
const UNFOLDED = 500;

export function readCommunities(stopped: AbortSignal): Promise<Communities> {
  return get<Communities>("communities", { limit: MOST }, stopped);
}

/** Shows the entities of a community in place of all communities. */
export async function unfold(id: number): Promise<void> {
  const label = communities.value?.items.find((one) => one.id === id)?.label ?? String(id);
  try {
    const inside = await get<Outline>(`communities/${id}`, { limit: UNFOLDED });
    change(`Unfold ${label}`, { entities: inside.nodes.map((node) => node.id), hidden: [], pinned: {}, marked: [] });
  } catch (error) {
    complain(error);
  }
}
