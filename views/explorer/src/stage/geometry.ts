// Where a line between two nodes runs, in pixels, y downwards.

import type { Spot } from "./relaxing";

export interface Way {
  from: Spot;
  /** The point that a bent line is drawn to; the middle of a straight one. */
  bend: Spot;
  /** Where the line ends: before the arrow, or at the rim of the node. */
  to: Spot;
  /** The corners of the arrow's head; empty without one. */
  head: Spot[];
  middle: Spot;
  length: number;
}

export function wayOf(source: Spot, target: Spot, radius: number, curve: number, width: number, arrow: boolean): Way {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const length = Math.hypot(dx, dy) || 1;
  // The same bend as that of @sigma/edge-curve, whose y goes upwards.
  const bend = { x: (source.x + target.x) / 2 + dy * curve, y: (source.y + target.y) / 2 - dx * curve };
  const last = Math.hypot(target.x - bend.x, target.y - bend.y) || 1;
  const along = { x: (target.x - bend.x) / last, y: (target.y - bend.y) / last };
  const size = arrow ? 4 + 2 * width : 0;
  const tip = { x: target.x - along.x * radius, y: target.y - along.y * radius };
  const to = { x: tip.x - along.x * size, y: tip.y - along.y * size };
  const half = size * 0.45;
  const head = arrow
    ? [tip, { x: to.x - along.y * half, y: to.y + along.x * half }, { x: to.x + along.y * half, y: to.y - along.x * half }]
    : [];
  const middle = { x: (source.x + target.x) / 4 + bend.x / 2, y: (source.y + target.y) / 4 + bend.y / 2 };
  return { from: source, bend, to, head, middle, length };
}
