// How the line of a fact is drawn: its status by colour and dashes, its likelihood by strength, its claims by width.

import type { Token } from "./colours";

export type Dash = "solid" | "dashed" | "dotted" | "broken";

export interface Line {
  token: Token;
  dash: Dash;
  /** Whether a cross stands on its middle. */
  cross: boolean;
  /** 1 is the full colour. */
  strength: number;
}

const LINES: Record<string, Line> = {
  planned: { token: "holds", dash: "dotted", cross: false, strength: 1 },
  announced: { token: "holds", dash: "dashed", cross: false, strength: 1 },
  signed: { token: "holds", dash: "solid", cross: false, strength: 1 },
  active: { token: "holds", dash: "solid", cross: false, strength: 1 },
  halted: { token: "halted", dash: "solid", cross: true, strength: 1 },
  ended: { token: "ended", dash: "broken", cross: false, strength: 1 },
};
const UNSTATED: Line = { token: "unstated", dash: "solid", cross: false, strength: 0.65 };

export function statusLine(status: string | null): Line {
  return LINES[status ?? ""] ?? UNSTATED;
}

/** Lengths of dashes and gaps, for a line of some width. */
export function dashLengths(dash: Dash, width: number): number[] {
  switch (dash) {
    case "dashed":
      return [4 + 2 * width, 3 + width];
    case "dotted":
      return [width, 2 + 1.5 * width];
    case "broken":
      return [8 + width, 4, width, 4];
    case "solid":
      return [];
  }
}

/** Pixels: one claim is 1.4, eight are 3.2, more than fifty are not drawn wider. */
export function claimsWidth(claims: number): number {
  return 1.4 + 0.6 * Math.min(6, Math.log2(Math.max(1, claims)));
}

/** 0.4 for what is hardly likely, 1 for what is almost certain or not qualified. */
export function likelihoodStrength(low: number | null, high: number | null): number {
  if (low === null || high === null) return 1;
  const middle = (low + high) / 2;
  return 0.4 + 0.6 * Math.min(1, middle > 1 ? middle / 100 : middle);
}
