// The renderer at work, and what its clicks and drags do.

import { effect, signal } from "@preact/signals";
import { unfold } from "../state/communities";
import { select, selected } from "../state/view";
import { pin } from "./acts";
import { allianceOf, communityOf } from "./ids";
import { fitting, moveTo } from "./places";
import type { Spot } from "./relaxing";
import type { Hit, Renderer } from "./renderer";
import { scene } from "./scene";
import { svgRenderer } from "./svg";
import { hasWebGL, webglRenderer } from "./webgl";

export const renderer = signal<Renderer | null>(null);
/** What the pointer is on, and where in the drawing. */
export const pointed = signal<{ hit: Hit; at: Spot } | null>(null);
export const webgl = hasWebGL();

/** Draws into an element until the function that is given back is called. */
export function startDrawing(container: HTMLElement): () => void {
  const hands = { pick, hover, menu: pick, drag: moveTo, drop: pin };
  const started = webgl ? webglRenderer(container, hands) : svgRenderer(container, hands);
  renderer.value = started;
  let fitted = -1;
  const stops = [
    // One effect for both: what is fitted is what was drawn just before.
    effect(() => {
      started.draw(scene.value);
      if (fitting.value !== fitted) started.fit();
      fitted = fitting.value;
    }),
    effect(() => started.point(pointed.value?.hit.what === "node" ? pointed.value.hit.id : null)),
  ];
  return () => {
    for (const stop of stops) stop();
    renderer.value = null;
    pointed.value = null;
    started.stop();
  };
}

function pick(hit: Hit | null): void {
  const drawn = hit && (hit.what === "node" ? scene.value.nodes : scene.value.edges).find((one) => one.id === hit.id);
  if (!drawn) selected.value = null;
  else if (drawn.what === "community") void unfold(communityOf(drawn.id));
  else if (drawn.what === "entity" || drawn.what === "fact") select(drawn.what, drawn.id);
  else if (drawn.what === "alliance") select("alliance", hit.what === "node" ? drawn.id : allianceOf(drawn.id));
}

function hover(hit: Hit | null, at: Spot): void {
  pointed.value = hit && { hit, at };
}
