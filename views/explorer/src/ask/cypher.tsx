// Cypher that only reads, for whoever knows it.

import { signal } from "@preact/signals";
import { post, Problem } from "../api";
import type { Table } from "../records";
import { asked } from "./asked";
import { Result } from "./result_table";

const PAGE = 100;
const EXAMPLES: [string, string][] = [
  ["Alliances and their parties", "MATCH (o:Organisation)-[:PARTY_TO]->(a:Alliance)\nRETURN a.title AS alliance, a.status AS status, collect(o {.id, .name}) AS parties\nORDER BY alliance"],
  ["What was halted, and by whom", "MATCH (authority:Entity)-[fact:HALTS]->(halted:Entity)\nRETURN authority {.id, .name}, halted {.id, .name}, fact.valid_from AS since, fact.id AS fact"],
  ["Facts that rest on one source", "MATCH (one:Entity)-[fact]->(other:Entity)\nWHERE fact.sources = 1\nRETURN one {.id, .name} AS subject, type(fact) AS relation, other {.id, .name} AS object, fact.grade AS grade, fact.id AS fact\nORDER BY one.name, other.name"],
  ["Documents by number of claims", "MATCH (c:Claim)-[:EVIDENCE]->(:Passage)-[:PART_OF]->(d:Document)\nRETURN d.title AS document, count(DISTINCT c) AS claims, d.id AS id\nORDER BY claims DESC"],
];
const statement = signal(EXAMPLES[0]![1]);
const answer = asked();

/** What the command line advises does not help here. */
function readOnly(error: unknown): never {
  if (!(error instanceof Problem) || error.error !== "NotReadOnly") throw error;
  throw new Problem(error.status, error.error, error.message, "Nothing was run. The explorer only reads; 'allygraph cypher --write' writes.");
}

export function Cypher() {
  const ask = () => {
    const text = statement.value;
    if (!text.trim()) return;
    void answer.ask((offset) => post<Table>("cypher", { statement: text, parameters: {}, limit: PAGE, offset }).catch(readOnly));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    ask();
  };
  return (
    <>
      <label class="field">
        <span>Statement, read only</span>
        <textarea rows={8} spellcheck={false} maxLength={20_000} value={statement.value} onInput={(event) => (statement.value = event.currentTarget.value)} onKeyDown={key} />
      </label>
      <p class="actions">
        <button type="button" disabled={!statement.value.trim()} onClick={ask}>
          Run
        </button>
        <span class="quiet">Ctrl+Enter runs it; 20 seconds at most</span>
      </p>
      <label class="field">
        <span>Examples</span>
        <select value="" onChange={(event) => (statement.value = EXAMPLES[Number(event.currentTarget.value)]?.[1] ?? statement.value)}>
          <option value="">Take an example …</option>
          {EXAMPLES.map(([title], place) => (
            <option key={title} value={place}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <Result asked={answer} title="Cypher" file="cypher" />
    </>
  );
}
