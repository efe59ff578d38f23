// Which names are drawn, and where: beside their nodes, the weightiest first, none over another or over a node.

export interface Candidate {
  id: string;
  text: string;
  x: number;
  y: number;
  radius: number;
  weight: number;
  named: boolean;
  faded: boolean;
}

export interface Label extends Candidate {
  left: number;
  top: number;
  width: number;
}

export const FONT_SIZE = 12;
export const FONT = `${FONT_SIZE}px system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif`;
const HEIGHT = FONT_SIZE + 4;
const CELL = 90;
const LONGEST = 30;
const MOST = 160;
const FIRST = 12;
/** Beyond so many nodes in the picture, labels may cover nodes: there is no room beside them. */
const CROWD = 1500;
const pen = document.createElement("canvas").getContext("2d");
const widths = new Map<string, number>();

/** A name as short as a label: no line breaks or control characters, and not cut within a character. */
export function labelText(name: string): string {
  const letters = [...name.slice(0, 4 * LONGEST).replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ")];
  return letters.length > LONGEST ? letters.slice(0, LONGEST - 1).join("").trimEnd() + "…" : letters.join("");
}

export function textWidth(text: string): number {
  let width = widths.get(text);
  if (width === undefined) {
    if (pen) pen.font = FONT;
    width = pen?.measureText(text).width ?? text.length * 6.4;
    if (widths.size > 20_000) widths.clear();
    widths.set(text, width);
  }
  return width;
}

/** Takes candidates in any order; those outside of the picture are left out. */
export function placeLabels(candidates: Candidate[], width: number, height: number): Label[] {
  const seen = candidates.filter((one) => one.x > 0 && one.x < width && one.y > 0 && one.y < height);
  seen.sort((one, other) => Number(other.named) - Number(one.named) || Number(one.faded) - Number(other.faded) || other.weight - one.weight);
  const taken = new Taken();
  const discs = new Taken();
  if (seen.length <= CROWD) for (const one of seen) discs.add({ left: one.x - one.radius, top: one.y - one.radius, width: 2 * one.radius, height: 2 * one.radius });
  const labels: Label[] = [];
  for (const one of seen) {
    if (labels.length >= MOST && !one.named) break;
    if (one.faded && !one.named) continue;
    const text = labelText(one.text);
    const wide = textWidth(text);
    const boxes = sides(one, wide, width);
    const free = boxes.find((box) => !taken.meets(box) && !discs.meets(box));
    // The weightiest of all rather cover a node than go without a name.
    const box = free ?? (labels.length < FIRST ? boxes.find((side) => !taken.meets(side)) : undefined) ?? (one.named ? boxes[0] : undefined);
    if (!box) continue;
    taken.add(box);
    labels.push({ ...one, text, width: wide, left: box.left, top: box.top });
  }
  return labels;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a label may stand: below its node, else above, on the right, on the left; never over the rim of the picture. */
function sides({ x, y, radius }: Candidate, wide: number, width: number): Box[] {
  const box = (left: number, top: number) => ({ left: Math.max(4, Math.min(width - wide - 4, left)), top, width: wide, height: HEIGHT });
  const beside = y - HEIGHT / 2;
  return [
    box(x - wide / 2, y + radius + 3),
    box(x - wide / 2, y - radius - HEIGHT - 2),
    box(x + radius + 5, beside),
    box(x - radius - 5 - wide, beside),
  ];
}

/** The boxes that are taken, in cells, so that only those near by are compared. */
class Taken {
  private readonly cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  meets(box: Box): boolean {
    return cellsOf(box).some((cell) => this.cells.get(cell)?.some((other) => meet(box, other)));
  }
}

function meet(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width + 2 &&
    other.left < one.left + one.width + 2 &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

function cellsOf({ left, top, width, height }: Box): string[] {
  const cells: string[] = [];
  for (let column = Math.floor((left - 2) / CELL); column <= Math.floor((left + width + 2) / CELL); column++) {
    for (let row = Math.floor(top / CELL); row <= Math.floor((top + height) / CELL); row++) cells.push(column + " " + row);
  }
  return cells;
}
