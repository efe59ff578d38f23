// What a panel asks the server: asked again when the graph has changed, the old answer shown until the new one is there.

import { useEffect, useState } from "preact/hooks";
import { get, type Parameters, Problem } from "../api";
import type { Page } from "../records";
import { revision } from "../state/changes";
import { complain } from "../state/messages";

export interface Answered<Answer> {
  answer: Answer | null;
  /** What went wrong, with the remedy. */
  problem: string | null;
}

/** The answer of `ask`, for as long as `key` is the same; null as key asks nothing. */
export function useAnswer<Answer>(key: string | null, ask: (signal: AbortSignal) => Promise<Answer>): Answered<Answer> {
  const [state, setState] = useState<Answered<Answer> & { key: string | null }>({ key: null, answer: null, problem: null });
  const now = revision.value;
  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    ask(stop.signal).then(
      (answer) => !stop.signal.aborted && setState({ key, answer, problem: null }),
      (error: unknown) => !stop.signal.aborted && setState({ key, answer: null, problem: problemWords(error) }),
    );
    return () => stop.abort();
  }, [key, now]);
  return state.key === key ? state : { answer: null, problem: null };
}

export interface Paged<Item> extends Answered<Item[]> {
  total: number;
  /** Asks for the next page; null where there is none. */
  next: (() => void) | null;
}

const MOST = 1000;

/** A list of the server, page by page; every page that was asked for stays. */
export function usePaged<Item>(path: string, parameters: Parameters = {}, size = 50): Paged<Item> {
  const key = JSON.stringify([path, parameters]);
  const [wanted, setWanted] = useState({ key, count: size });
  const count = wanted.key === key ? wanted.count : size;
  const { answer, problem } = useAnswer(key, (signal) => readPages<Item>(path, parameters, count, signal));
  const [grown, setGrown] = useState<{ key: string; from: unknown; items: Item[]; more: boolean } | null>(null);
  const more = grown?.from === answer ? grown : null;
  const items = answer ? [...answer.items, ...(more?.items ?? [])] : null;
  const next = async () => {
    const page = await get<Page<Item>>(path, { ...parameters, limit: size, offset: items?.length ?? 0 });
    setGrown({ key, from: answer, items: [...(more?.items ?? []), ...page.items], more: page.more });
    setWanted({ key, count: (items?.length ?? 0) + page.items.length });
  };
  const left = more ? more.more : (answer?.more ?? false);
  return { answer: items, problem, total: answer?.total ?? items?.length ?? 0, next: left ? () => void next().catch(complain) : null };
}

async function readPages<Item>(path: string, parameters: Parameters, count: number, signal: AbortSignal): Promise<Page<Item>> {
  const first = await get<Page<Item>>(path, { ...parameters, limit: Math.min(count, MOST) }, signal);
  while (first.more && first.items.length < count) {
    const page = await get<Page<Item>>(path, { ...parameters, limit: MOST, offset: first.items.length }, signal);
    first.items.push(...page.items);
    first.more = page.more;
  }
  return first;
}

export function problemWords(error: unknown): string {
  if (error instanceof Problem) return [error.message, error.remedy].filter(Boolean).join(" ");
  return error instanceof Error ? error.message : String(error);
}
