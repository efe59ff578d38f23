// Writes the drawing as SVG: for files, and on the page where there is no WebGL.

import type { Palette } from "./colours";
import { wayOf } from "./geometry";
import { FONT_SIZE, placeLabels } from "./labels";
import { dashLengths } from "./lines";
import type { Eye } from "./overlay";
import type { Spot } from "./relaxing";
import { boundsOf } from "./renderer";
import type { DrawnEdge, DrawnNode, Scene } from "./scene";
import { number, shapePath } from "./shapes";

const FAMILY = "system-ui, -apple-system, Segoe UI, Roboto, Liberation Sans, Arial, sans-serif";

export interface Options {
  title: string;
  colours: Palette;
  /** Whether it answers the pointer: nodes and lines then tell their ids, and lines are easier to hit. */
  live: boolean;
  pointed: string | null;
}

/** The eye that sees the whole drawing in a picture of a size. */
export function wholeEye(scene: Scene, width: number, height: number, margin = 56): Eye & { scale: number } {
  const { x, y } = boundsOf(scene);
  const scale = Math.min((width - 2 * margin) / (x[1] - x[0]), (height - 2 * margin) / (y[1] - y[0]));
  const [across, down] = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
  const at = (spot: Spot) => ({ x: width / 2 + (spot.x - across) * scale, y: height / 2 + (spot.y - down) * scale });
  return { at, zoom: 1, width, height, scale };
}

export function writeSvg(scene: Scene, eye: Eye, options: Options): string {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  const { width, height } = eye;
  const { colours } = options;
  const ordered = [...scene.nodes].sort((one, other) => Number(other.faded) - Number(one.faded));
  const labels = placeLabels(
    scene.nodes.map((node) => ({
      ...eye.at(node),
      id: node.id,
      text: node.label,
      radius: node.radius * eye.zoom,
      weight: node.weight,
      named: node.named || node.id === options.pointed,
      faded: node.faded,
    })),
    width,
    height,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` font-family="${FAMILY}" font-size="${FONT_SIZE}">`,
    `<title>${text(options.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colours.surface}"/>`,
    `<g fill="none">${scene.edges.map((edge) => line(edge, nodes, eye, options)).join("")}</g>`,
    `<g stroke="${colours.surface}" stroke-width="1.5">${ordered.map((node) => shape(node, eye, options)).join("")}</g>`,
    `<g fill="${colours.ink}" stroke="${colours.surface}" stroke-width="4" stroke-linejoin="round" paint-order="stroke" pointer-events="none">`,
    ...labels.map((label) => {
      const fill = label.faded ? ` fill="${colours.muted}"` : "";
      return `<text x="${number(label.left)}" y="${number(label.top + FONT_SIZE)}"${fill}>${text(label.text)}</text>`;
    }),
    "</g></svg>",
  ].join("");
}

function line(edge: DrawnEdge, nodes: Map<string, DrawnNode>, eye: Eye, { colours, live }: Options): string {
  const source = nodes.get(edge.source);
  const target = nodes.get(edge.target);
  if (!source || !target) return "";
  const width = Math.max(0.8, edge.width * eye.zoom);
  const way = wayOf(eye.at(source), eye.at(target), target.radius * eye.zoom, edge.curve, width, edge.arrow);
  const path = `M${point(way.from)}${edge.curve ? "Q" + point(way.bend) + " " : "L"}${point(way.to)}`;
  const dashes = dashLengths(edge.dash, width);
  const parts = [
    `<path d="${path}" stroke="${edge.colour}" stroke-width="${number(width)}"${dashes.length ? ` stroke-dasharray="${dashes.map(number).join(" ")}"` : ""}/>`,
    way.head.length ? `<path d="M${way.head.map(point).join("L")}z" fill="${edge.colour}"/>` : "",
    live ? `<path d="${path}" stroke="${edge.colour}" stroke-opacity="0" stroke-width="12" pointer-events="stroke"/>` : "",
  ];
  if (!edge.faded && way.length >= 30) {
    if (edge.conflict) parts.push(conflict(way.middle, colours));
    else if (edge.cross) parts.push(cross(way.middle, edge.colour, colours.surface));
  }
  return live ? `<g data-edge="${text(edge.id)}">${parts.join("")}</g>` : parts.join("");
}

function cross({ x, y }: Spot, colour: string, under: string): string {
  const path = `M${point({ x: x - 5, y: y - 5 })}l10 10M${point({ x: x - 5, y: y + 5 })}l10 -10`;
  return `<path d="${path}" stroke="${under}" stroke-width="6"/><path d="${path}" stroke="${colour}" stroke-width="2.4"/>`;
}

function conflict({ x, y }: Spot, colours: Palette): string {
  return (
    `<path d="M${point({ x, y: y - 8 })}l8 14h-16z" fill="${colours.warn}"/>` +
    `<text x="${number(x)}" y="${number(y + 4.5)}" text-anchor="middle" font-size="10" font-weight="bold" fill="${colours.surface}">!</text>`
  );
}

const RINGS = { selected: "accent", chosen: "ink", marked: "warn" } as const;

function shape(node: DrawnNode, eye: Eye, { colours, live, pointed }: Options): string {
  const { x, y } = eye.at(node);
  const radius = node.radius * eye.zoom;
  const circle = (r: number, attributes: string) => `<circle cx="${number(x)}" cy="${number(y)}" r="${number(r)}" ${attributes}/>`;
  const parts = [`<path d="${shapePath(node.shape, x, y, radius)}" fill="${node.colour}"/>`];
  if (node.ring) {
    const dashes = node.ring === "chosen" ? ' stroke-dasharray="4 3"' : "";
    parts.push(circle(radius + 5, `fill="none" stroke="${colours[RINGS[node.ring]]}" stroke-width="2.5"${dashes}`));
  } else if (node.id === pointed) {
    parts.push(circle(radius + 4, `fill="none" stroke="${colours.muted}"`));
  }
  if (node.pinned) parts.push(circle(Math.max(2, radius * 0.35), `fill="${colours.surface}" stroke="none"`));
  if (live && node.more && !node.faded) {
    const [left, top] = [number(x + radius * 0.75 + 1), number(y - radius * 0.6)];
    parts.push(`<text x="${left}" y="${top}" font-size="10.5" fill="${colours.muted}" stroke="none">+${node.more}</text>`);
  }
  return live ? `<g data-node="${text(node.id)}">${parts.join("")}</g>` : parts.join("");
}

function point({ x, y }: Spot): string {
  return `${number(x)} ${number(y)}`;
}

/** Text and attributes: escaped, and without what XML cannot hold. */
export function text(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, " ")
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
