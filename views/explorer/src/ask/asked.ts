// One thing asked, with its answer: kept while another panel is open.

import { type Signal, signal } from "@preact/signals";
import { problemWords } from "../evidence/answers";
import type { Table } from "../records";

export interface Asked {
  table: Signal<Table | null>;
  problem: Signal<string | null>;
  /** Milliseconds that the last answer took; null while one is awaited. */
  took: Signal<number | null>;
  waiting: Signal<boolean>;
  /** Asks from the beginning. */
  ask: (question: (offset: number) => Promise<Table>) => Promise<void>;
  /** Asks for the rows that come after those that are there. */
  next: () => Promise<void>;
}

export function asked(): Asked {
  const table = signal<Table | null>(null);
  const problem = signal<string | null>(null);
  const took = signal<number | null>(null);
  const waiting = signal(false);
  let question: ((offset: number) => Promise<Table>) | null = null;
  let latest = 0;

  const run = async (before: Table | null) => {
    const number = ++latest;
    const began = performance.now();
    waiting.value = true;
    problem.value = null;
    try {
      const answer = await question!(before ? before.rows.length : 0);
      if (number !== latest) return;
      table.value = before ? joined(before, answer) : answer;
      took.value = performance.now() - began;
    } catch (error) {
      if (number !== latest) return;
      problem.value = problemWords(error);
      if (!before) table.value = null;
    } finally {
      if (number === latest) waiting.value = false;
    }
  };

  return {
    table,
    problem,
    took,
    waiting,
    ask: (one) => {
      question = one;
      return run(null);
    },
    next: () => run(table.value),
  };
}

function joined(before: Table, after: Table): Table {
  return { ...after, rows: [...before.rows, ...after.rows], entities: [...new Set([...before.entities, ...after.entities])], offset: 0 };
}

/** A row as an object by the names of its columns. */
export function records<Row>(table: Table): Row[] {
  return table.rows.map((row) => Object.fromEntries(table.columns.map((column, place) => [column.name, row[place]])) as Row);
}
