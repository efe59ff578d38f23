// The panels on the right, in the order of their tabs. Each is one file that keeps to itself.

import type { ComponentType } from "preact";
import { AddPanel } from "./add";
import { AskPanel } from "./ask";
import { EvidencePanel } from "./evidence";
import { HandOverPanel } from "./hand_over";
import { JudgePanel } from "./judge";

export interface Panel {
  name: string;
  title: string;
  component: ComponentType;
}

export const PANELS: Panel[] = [
  { name: "evidence", title: "Evidence", component: EvidencePanel },
  { name: "ask", title: "Ask", component: AskPanel },
  { name: "judge", title: "Judge", component: JudgePanel },
  { name: "add", title: "Add", component: AddPanel },
  { name: "hand-over", title: "Hand over", component: HandOverPanel },
];
