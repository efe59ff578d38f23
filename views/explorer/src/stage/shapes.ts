// What each kind of node looks like, beside its colour: a shape, in a circle of radius 1 around 0, y downwards.

export const SHAPES = ["circle", "triangle", "diamond", "square", "hexagon"] as const;
export type Shape = (typeof SHAPES)[number];

const KINDS: Record<string, Shape> = {
  Organisation: "circle",
  Person: "triangle",
  Product: "diamond",
  Place: "square",
  Alliance: "hexagon",
};

export function kindShape(kind: string): Shape {
  return KINDS[kind] ?? "circle";
}

const CORNERS: Record<Exclude<Shape, "circle">, [number, number][]> = {
  triangle: [[0, -1.15], [1.08, 0.75], [-1.08, 0.75]],
  diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
  square: [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]],
  hexagon: [[-1.1, 0], [-0.55, -0.95], [0.55, -0.95], [1.1, 0], [0.55, 0.95], [-0.55, 0.95]],
};

/** The path of a shape around a point, as SVG writes it. */
export function shapePath(shape: Shape, x: number, y: number, radius: number): string {
  if (shape === "circle") {
    const r = number(radius);
    return `M${number(x - radius)} ${number(y)}a${r} ${r} 0 1 0 ${number(2 * radius)} 0a${r} ${r} 0 1 0 ${number(-2 * radius)} 0z`;
  }
  const corners = CORNERS[shape].map(([dx, dy]) => `${number(x + dx * radius)} ${number(y + dy * radius)}`);
  return `M${corners.join("L")}z`;
}

/** A tenth of a pixel is enough, and short. */
export function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
