// The drawing where there is no WebGL: the SVG that is also written to files, parsed, never as markup of the page.

import { palette } from "./colours";
import type { Eye } from "./overlay";
import type { Spot } from "./relaxing";
import type { Hands, Hit, Renderer } from "./renderer";
import type { Scene } from "./scene";
import { wholeEye, writeSvg } from "./writing";

/** As many entities can be drawn this way. */
export const MOST_SVG = 2000;

export function svgRenderer(container: HTMLElement, hands: Hands): Renderer {
  let scene: Scene = { nodes: [], edges: [] };
  let pointed: string | null = null;
  // What is in the middle, and how near it is.
  let fitted = wholeEye(scene, 1, 1);
  let [near, aside, down] = [1, 0, 0];
  let frame = 0;

  const eye = (): Eye => {
    const { clientWidth: width, clientHeight: height } = container;
    const at = (spot: Spot) => {
      const { x, y } = fitted.at(spot);
      return { x: width / 2 + (x - width / 2) * near + aside, y: height / 2 + (y - height / 2) * near + down };
    };
    return { at, zoom: Math.sqrt(near), width, height };
  };
  const back = ({ x, y }: Spot): Spot => {
    const { width, height } = fitted;
    const origin = fitted.at({ x: 0, y: 0 });
    const put = (value: number, shift: number, length: number, start: number) =>
      ((value - shift - length / 2) / near + length / 2 - start) / fitted.scale;
    return { x: put(x, aside, width, origin.x), y: put(y, down, height, origin.y) };
  };
  const render = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const written = writeSvg(scene, eye(), { title: "Network", colours: palette.value, live: true, pointed });
      const parsed = new DOMParser().parseFromString(written, "image/svg+xml").documentElement;
      container.replaceChildren(document.importNode(parsed, true));
    });
  };
  const fit = () => {
    fitted = wholeEye(scene, container.clientWidth, container.clientHeight);
    [near, aside, down] = [1, 0, 0];
    render();
  };
  const zoomAt = (factor: number, x: number, y: number) => {
    const next = Math.max(0.1, Math.min(40, near * factor));
    aside = x - ((x - aside) * next) / near;
    down = y - ((y - down) * next) / near;
    near = next;
    render();
  };
  const stopListening = listen(container, hands, {
    back,
    pan: (dx, dy) => {
      aside += dx;
      down += dy;
      render();
    },
    zoomAt: (factor, spot) => zoomAt(factor, spot.x - container.clientWidth / 2, spot.y - container.clientHeight / 2),
  });
  const resized = new ResizeObserver(fit);
  resized.observe(container);

  return {
    draw(next) {
      scene = next;
      render();
    },
    point(id) {
      if (id === pointed) return;
      pointed = id;
      render();
    },
    fit,
    zoom: (factor) => zoomAt(factor, 0, 0),
    stop() {
      cancelAnimationFrame(frame);
      resized.disconnect();
      stopListening();
      container.replaceChildren();
    },
  };
}

interface Camera {
  back: (spot: Spot) => Spot;
  pan: (dx: number, dy: number) => void;
  zoomAt: (factor: number, spot: Spot) => void;
}

function listen(container: HTMLElement, hands: Hands, camera: Camera): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let down: { hit: Hit | null; x: number; y: number; moved: boolean } | null = null;
  const spotOf = (event: MouseEvent): Spot => {
    const box = container.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  container.addEventListener("pointerdown", (event) => {
    if (event.button === 0) down = { hit: hitOf(event.target), x: event.clientX, y: event.clientY, moved: false };
  }, { signal });
  window.addEventListener("pointermove", (event) => {
    if (!down) return;
    const [dx, dy] = [event.clientX - down.x, event.clientY - down.y];
    if (!down.moved && Math.hypot(dx, dy) < 4) return;
    down = { ...down, x: event.clientX, y: event.clientY, moved: true };
    if (down.hit?.what === "node") hands.drag(down.hit.id, camera.back(spotOf(event)));
    else camera.pan(dx, dy);
  }, { signal });
  window.addEventListener("pointerup", () => {
    if (down && !down.moved) hands.pick(down.hit);
    else if (down?.hit?.what === "node") hands.drop(down.hit.id);
    down = null;
  }, { signal });
  container.addEventListener("pointerover", (event) => hands.hover(hitOf(event.target), spotOf(event)), { signal });
  container.addEventListener("contextmenu", (event) => {
    const hit = hitOf(event.target);
    if (!hit) return;
    event.preventDefault();
    hands.menu(hit, spotOf(event));
  }, { signal });
  container.addEventListener("wheel", (event) => {
    event.preventDefault();
    camera.zoomAt(Math.exp(-event.deltaY / 400), spotOf(event));
  }, { signal, passive: false });
  return () => ended.abort();
}

function hitOf(target: EventTarget | null): Hit | null {
  const found = target instanceof Element ? target.closest<SVGElement>("[data-node], [data-edge]") : null;
  if (found?.dataset.node !== undefined) return { what: "node", id: found.dataset.node };
  return found?.dataset.edge !== undefined ? { what: "edge", id: found.dataset.edge } : null;
}
