// Asks the graph: chains, common partners, named questions, Cypher.

import { signal } from "@preact/signals";
import { Chain } from "../ask/chain";
import { Common } from "../ask/common";
import { Cypher } from "../ask/cypher";
import { Questions } from "../ask/questions";
import "./ask.css";

const SECTIONS = [
  { title: "Chain", component: Chain },
  { title: "Common partners", component: Common },
  { title: "Questions", component: Questions },
  { title: "Cypher", component: Cypher },
];
const open = signal(0);

export function AskPanel() {
  const section = SECTIONS[open.value]!;
  return (
    <div class="ask">
      <div class="tabs" role="group" aria-label="What to ask">
        {SECTIONS.map((one, place) => (
          <button key={one.title} type="button" aria-pressed={place === open.value} onClick={() => (open.value = place)}>
            {one.title}
          </button>
        ))}
      </div>
      <section.component />
    </div>
  );
}
