// What the stage asks of whatever draws: WebGL where the browser has it, else SVG.

import type { Spot } from "./relaxing";
import type { Scene } from "./scene";

export interface Hit {
  what: "node" | "edge";
  id: string;
}

/** What the analyst does on the drawing; places are pixels within it. */
export interface Hands {
  pick: (hit: Hit | null) => void;
  hover: (hit: Hit | null, at: Spot) => void;
  menu: (hit: Hit, at: Spot) => void;
  drag: (id: string, to: Spot) => void;
  drop: (id: string) => void;
}

export interface Renderer {
  draw: (scene: Scene) => void;
  /** Names a node, and a node on an end of a fact, while the pointer is on it. */
  point: (id: string | null) => void;
  fit: () => void;
  /** More than 1 comes nearer. */
  zoom: (factor: number) => void;
  stop: () => void;
}

/** The rectangle around all nodes, with room for the largest; a square of some size around fewer than two. */
export function boundsOf({ nodes }: Scene): { x: [number, number]; y: [number, number] } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of nodes) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (nodes.length === 0) return { x: [-1, 1], y: [-1, 1] };
  const spare = (length: number) => Math.max(0, 360 - length) / 2;
  const [wide, high] = [spare(right - left), spare(bottom - top)];
  return { x: [left - wide, right + wide], y: [top - high, bottom + high] };
}
