// How two entities are connected: the shortest chains, step by step in words.

import { get } from "../api";
import { reveal } from "../evidence/reveal";
import { Spot } from "../evidence/spot";
import type { Status, Table } from "../records";
import { vocabulary } from "../state/vocabulary";
import { select } from "../state/view";
import { relationWords, statusPrefix } from "../words";
import { asked, records } from "./asked";
import { ends, Pair } from "./pair";

interface Step {
  chain: number;
  step: number;
  from: string;
  relation: string;
  direction: "forward" | "back";
  to: string;
  status: Status | null;
  grade: string | null;
  fact_id: string;
  from_id: string;
  to_id: string;
}

const answer = asked();
const MOST = 20;

export function Chain() {
  const [left, right] = ends.value;
  const table = answer.table.value;
  const submit = (event: Event) => {
    event.preventDefault();
    void answer.ask(() => get<Table>("chains", { from: left.entity, to: right.entity, limit: MOST }));
  };
  return (
    <>
      <form onSubmit={submit}>
        <Pair labels={["From", "To"]} />
        <button type="submit" disabled={!left.entity || !right.entity}>
          Find chains
        </button>
      </form>
      {answer.problem.value && (
        <p class="problem" role="alert">
          {answer.problem.value}
        </p>
      )}
      <p class="quiet" role="status">
        {answer.waiting.value ? "Asking …" : table && !table.rows.length && "No chain of six steps or fewer connects them."}
      </p>
      {table && <Chains steps={records<Step>(table)} />}
    </>
  );
}

function Chains({ steps }: { steps: Step[] }) {
  const numbers = [...new Set(steps.map((step) => step.chain))];
  return (
    <ol class="chains">
      {numbers.map((number) => (
        <OneChain key={number} number={number} steps={steps.filter((step) => step.chain === number)} />
      ))}
    </ol>
  );
}

function OneChain({ number, steps }: { number: number; steps: Step[] }) {
  const ids = [steps[0]!.from_id, ...steps.map((step) => step.to_id)];
  const label = `Show the chain from ${steps[0]!.from} to ${steps.at(-1)!.to}`;
  return (
    <li class="card" aria-label={`Chain ${number}`}>
      <ol class="rows">
        {steps.map((step) => (
          <li key={step.step}>
            <Spot className="link" onPress={() => select("fact", step.fact_id)} title="Read the evidence">
              <span class={`state state-${step.status ?? "none"}`}>{statusPrefix(step.status)}</span>
              <bdi>{step.from}</bdi> <span class="rel">{stepWords(step)}</span> <bdi>{step.to}</bdi>
              {step.grade && <span class="quiet">{step.grade}</span>}
            </Spot>
          </li>
        ))}
      </ol>
      <p class="actions">
        <button type="button" onClick={() => reveal(ids, label, [...ids, ...steps.map((step) => step.fact_id)])}>
          Show in graph
        </button>
      </p>
    </li>
  );
}

function stepWords(step: Step): string {
  if (step.direction === "forward") return relationWords(step.relation);
  return vocabulary.value.relations[step.relation]?.reads_back ?? `${relationWords(step.relation)} (from)`;
}
