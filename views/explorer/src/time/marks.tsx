// The sign of each status, told apart by its shape as well as by its colour.

import type { Status } from "../records";
import "./time.css";

/** Drawn around 0, 0, within 6 pixels each way. */
export function Shape({ status }: { status: Status | "none" }) {
  return <path class={`sign sign-${status}`} d={SHAPES[status]} />;
}

const CIRCLE = "M5,0A5,5 0 1 1 -5,0A5,5 0 1 1 5,0Z";
const DIAMOND = "M0,-6L6,0L0,6L-6,0Z";
const SHAPES: Record<Status | "none", string> = {
  planned: CIRCLE,
  announced: DIAMOND,
  signed: DIAMOND,
  active: CIRCLE,
  halted: "M-4.5,-4.5L4.5,4.5M-4.5,4.5L4.5,-4.5",
  ended: "M0,-6L0,6M-4,-6L4,-6M-4,6L4,6",
  none: "M-4,0L4,0",
};
