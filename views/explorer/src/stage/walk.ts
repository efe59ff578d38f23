// Walking from node to node by the arrow keys: to the neighbour that lies most nearly that way.

import { select, selected } from "../state/view";
import { scene, type DrawnNode } from "./scene";

export type Way = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

const ANGLES: Record<Way, number> = { ArrowRight: 0, ArrowDown: Math.PI / 2, ArrowLeft: Math.PI, ArrowUp: -Math.PI / 2 };
/** What lies further aside than this is not that way. */
const WIDEST = 1.25;

/** Selects the neighbour that way; without a selection, the weightiest node. */
export function walk(way: Way): void {
  const { nodes } = scene.value;
  const here = nodes.find((node) => node.id === selected.value?.id);
  const next = here ? neighbourThat(way, here) : nodes.reduce<DrawnNode | undefined>((best, node) => (best && best.weight >= node.weight ? best : node), undefined);
  if (next && next.what !== "community") select(next.what, next.id);
}

function neighbourThat(way: Way, here: DrawnNode): DrawnNode | undefined {
  const { nodes, edges } = scene.value;
  const ids = new Set(edges.flatMap((edge) => (edge.source === here.id ? [edge.target] : edge.target === here.id ? [edge.source] : [])));
  const aside = (node: DrawnNode) => {
    const turn = Math.abs(Math.atan2(node.y - here.y, node.x - here.x) - ANGLES[way]);
    return Math.min(turn, 2 * Math.PI - turn);
  };
  return nodes
    .filter((node) => ids.has(node.id) && aside(node) < WIDEST)
    .sort((one, other) => aside(one) - aside(other))[0];
}
