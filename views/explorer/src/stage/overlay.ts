// What WebGL does not draw, on two canvases that follow the camera: dashes and crosses below the nodes, names above.

import { palette } from "./colours";
import { wayOf } from "./geometry";
import { FONT, placeLabels, type Candidate } from "./labels";
import { dashLengths } from "./lines";
import type { Spot } from "./relaxing";
import type { DrawnEdge, DrawnNode } from "./scene";

export interface Eye {
  /** Where a node stands, in pixels of the window. */
  at: (node: Spot) => Spot;
  /** What a size of one pixel has become. */
  zoom: number;
  width: number;
  height: number;
}

/** Lines with dashes, crosses or a conflict; beyond so many, colour alone tells. */
const MOST = 2000;

/** Whether a line is drawn here rather than by WebGL. */
export function isOverlaid(edge: DrawnEdge): boolean {
  return edge.dash !== "solid";
}

export function overlaid(edges: readonly DrawnEdge[]): DrawnEdge[] {
  const drawn = edges.filter((edge) => isOverlaid(edge) || edge.cross || edge.conflict);
  return drawn.length > MOST ? [] : drawn;
}

export function drawLines(pen: CanvasRenderingContext2D, edges: readonly DrawnEdge[], nodes: Map<string, DrawnNode>, eye: Eye): void {
  const colours = palette.value;
  for (const edge of edges) {
    const source = nodes.get(edge.source);
    const target = nodes.get(edge.target);
    if (!source || !target) continue;
    const width = Math.max(1, edge.width * eye.zoom);
    const way = wayOf(eye.at(source), eye.at(target), target.radius * eye.zoom, edge.curve, width, edge.arrow);
    pen.strokeStyle = pen.fillStyle = edge.colour;
    pen.lineWidth = width;
    if (isOverlaid(edge)) {
      pen.setLineDash(dashLengths(edge.dash, width));
      pen.beginPath();
      pen.moveTo(way.from.x, way.from.y);
      pen.quadraticCurveTo(way.bend.x, way.bend.y, way.to.x, way.to.y);
      pen.stroke();
      pen.setLineDash([]);
      fill(pen, way.head);
    }
    if (edge.faded || way.length < 30) continue;
    if (edge.conflict) drawConflict(pen, way.middle, colours);
    else if (edge.cross) drawCross(pen, way.middle, colours.surface, edge.colour);
  }
}

function fill(pen: CanvasRenderingContext2D, corners: Spot[]): void {
  pen.beginPath();
  for (const { x, y } of corners) pen.lineTo(x, y);
  pen.closePath();
  pen.fill();
}

function drawCross(pen: CanvasRenderingContext2D, { x, y }: Spot, under: string, colour: string): void {
  for (const [style, width] of [[under, 6], [colour, 2.4]] as const) {
    pen.strokeStyle = style;
    pen.lineWidth = width;
    pen.beginPath();
    pen.moveTo(x - 5, y - 5);
    pen.lineTo(x + 5, y + 5);
    pen.moveTo(x - 5, y + 5);
    pen.lineTo(x + 5, y - 5);
    pen.stroke();
  }
}

function drawConflict(pen: CanvasRenderingContext2D, { x, y }: Spot, colours: { surface: string; warn: string }): void {
  pen.fillStyle = colours.warn;
  fill(pen, [{ x, y: y - 8 }, { x: x + 8, y: y + 6 }, { x: x - 8, y: y + 6 }]);
  pen.fillStyle = colours.surface;
  pen.font = "bold 10px sans-serif";
  pen.textAlign = "center";
  pen.textBaseline = "alphabetic";
  pen.fillText("!", x, y + 4.5);
}

export function drawWords(pen: CanvasRenderingContext2D, nodes: readonly DrawnNode[], eye: Eye, pointed: ReadonlySet<string>): void {
  const colours = palette.value;
  const candidates: Candidate[] = [];
  for (const node of nodes) {
    const spot = eye.at(node);
    const radius = node.radius * eye.zoom;
    if (node.ring || node.pinned || pointed.has(node.id)) drawRings(pen, node, spot, radius, colours, pointed.has(node.id));
    if (node.more && !node.faded) drawMore(pen, "+" + node.more, spot, radius, colours);
    candidates.push({ ...spot, radius, id: node.id, text: node.label, weight: node.weight, named: node.named || pointed.has(node.id), faded: node.faded });
  }
  pen.font = FONT;
  pen.textAlign = "left";
  pen.textBaseline = "top";
  pen.lineJoin = "round";
  for (const label of placeLabels(candidates, eye.width, eye.height)) {
    pen.strokeStyle = colours.surface;
    pen.lineWidth = 4;
    pen.strokeText(label.text, label.left, label.top + 1);
    pen.fillStyle = label.faded ? colours.muted : colours.ink;
    pen.fillText(label.text, label.left, label.top + 1);
  }
}

const RINGS = { selected: "accent", chosen: "ink", marked: "warn" } as const;

function drawRings(pen: CanvasRenderingContext2D, node: DrawnNode, { x, y }: Spot, radius: number, colours: Record<string, string>, pointed: boolean): void {
  const circle = (away: number, colour: string, width: number, dash: number[] = []) => {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.setLineDash(dash);
    pen.beginPath();
    pen.arc(x, y, radius + away, 0, 2 * Math.PI);
    pen.stroke();
    pen.setLineDash([]);
  };
  if (node.ring) circle(5, colours[RINGS[node.ring]]!, 2.5, node.ring === "chosen" ? [4, 3] : []);
  else if (pointed) circle(4, colours.muted!, 1.5);
  if (!node.pinned) return;
  pen.fillStyle = colours.surface!;
  pen.beginPath();
  pen.arc(x, y, Math.max(2, radius * 0.35), 0, 2 * Math.PI);
  pen.fill();
}

function drawMore(pen: CanvasRenderingContext2D, text: string, { x, y }: Spot, radius: number, colours: Record<string, string>): void {
  pen.font = FONT.replace("12px", "10.5px");
  pen.textAlign = "left";
  pen.textBaseline = "bottom";
  pen.strokeStyle = colours.surface!;
  pen.lineWidth = 3;
  pen.lineJoin = "round";
  const [left, top] = [x + radius * 0.75 + 1, y - radius * 0.6];
  pen.strokeText(text, left, top);
  pen.fillStyle = colours.muted!;
  pen.fillText(text, left, top);
}

/** Makes a canvas as sharp as the screen and wipes it. */
export function cleared(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const pen = canvas.getContext("2d");
  pen?.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen?.clearRect(0, 0, width, height);
  return pen;
}

