// ForceAtlas2 in slices, one a frame: the page stays usable, and no worker is needed.

import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

export interface Spot {
  x: number;
  y: number;
}

export interface Tie {
  source: string;
  target: string;
}

type Report = (moved: Map<string, Spot>, done: boolean) => void;

const SLICE = 15;
/** About how long a line is in the end, in pixels. */
const LENGTH = 95;
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Moves the nodes that are not held; gives a function that stops it. */
export function relax(spots: Map<string, Spot>, ties: readonly Tie[], held: ReadonlySet<string>, rounds: number, report: Report): () => void {
  const graph = graphOf(spots, ties, held);
  const settings = {
    scalingRatio: (LENGTH * LENGTH) / 24,
    gravity: held.size ? 0 : 0.5 * Math.sqrt(LENGTH),
    slowDown: 2,
    barnesHutOptimize: graph.order > 300,
  };
  let left = rounds;
  let frame = 0;
  const slice = () => {
    const iterations = still.matches ? left : Math.min(SLICE, left);
    forceAtlas2.assign(graph, { iterations, settings });
    left -= iterations;
    report(movedIn(graph, held), left <= 0);
    if (left > 0) frame = requestAnimationFrame(slice);
  };
  frame = requestAnimationFrame(slice);
  return () => cancelAnimationFrame(frame);
}

function graphOf(spots: Map<string, Spot>, ties: readonly Tie[], held: ReadonlySet<string>): Graph {
  const graph = new Graph({ type: "undirected" });
  for (const [id, { x, y }] of spots) graph.addNode(id, { x, y, fixed: held.has(id) });
  for (const { source, target } of ties) {
    if (source !== target && graph.hasNode(source) && graph.hasNode(target)) graph.mergeEdge(source, target);
  }
  return graph;
}

function movedIn(graph: Graph, held: ReadonlySet<string>): Map<string, Spot> {
  const moved = new Map<string, Spot>();
  graph.forEachNode((id, { x, y }) => {
    if (!held.has(id) && Number.isFinite(x) && Number.isFinite(y)) moved.set(id, { x: x as number, y: y as number });
  });
  return moved;
}
