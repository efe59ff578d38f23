// Finds a fact that may not be in the graph drawn.

import { post } from "../api";
import type { Claim, Fact, Outline } from "../records";
import { facts, nodes } from "../state/network";
import { useAnswer } from "./answers";

export interface Found {
  fact: Fact;
  source: string;
  target: string;
}

/** The fact with the names of its ends, from the graph drawn or by way of a claim behind it; null while not known. */
export function useFact(id: string, claim: Claim | undefined): Found | null {
  const drawn = fromNetwork(id);
  const ends = [claim?.subject, claim?.object, claim?.counterpart].flatMap((end) => (end ? [end.id] : []));
  const { answer } = useAnswer(drawn || !ends.length ? null : [id, ...ends].join(" "), async (signal) => {
    const around = await post<Outline>("network", { entities: ends, depth: 0, limit: ends.length }, signal);
    const fact = around.edges.find((one) => one.id === id);
    const name = (end: string) => around.nodes.find((node) => node.id === end)?.name ?? "";
    return fact ? { fact, source: name(fact.source), target: name(fact.target) } : null;
  });
  return drawn ?? answer;
}

function fromNetwork(id: string): Found | null {
  const fact = facts.value.get(id);
  if (!fact) return null;
  return { fact, source: nodes.value.get(fact.source)?.name ?? "", target: nodes.value.get(fact.target)?.name ?? "" };
}
