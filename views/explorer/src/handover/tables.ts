// What is shown, as tables for other programs.

import type { Node } from "../records";
import { shown } from "../state/network";
import { relationWords } from "../words";
import { csvOf } from "./csv";

export function entitiesCsv(): string {
  const head = ["name", "kind", "aliases", "facts in the graph", "id"];
  return csvOf(
    head,
    shown.value.nodes.map((node) => [node.name, node.kind, node.aliases.join("; "), node.facts, node.id]),
  );
}

export function factsCsv(): string {
  const head = [
    ...["subject", "relation", "object", "status", "from", "to", "role", "amount", "currency", "likelihood low", "likelihood high"],
    ...["grade", "conflict", "confidence", "claims", "sources", "independent origins", "first reported", "last reported"],
    ...["predicate", "subject id", "object id", "id"],
  ];
  const names = new Map(shown.value.nodes.map((node: Node) => [node.id, node.name]));
  return csvOf(
    head,
    shown.value.facts.map((fact) => [
      ...[names.get(fact.source) ?? fact.source, relationWords(fact.predicate), names.get(fact.target) ?? fact.target],
      ...[fact.status, fact.valid_from, fact.valid_to, fact.role, fact.amount, fact.currency, fact.likelihood_low, fact.likelihood_high],
      ...[fact.grade, fact.conflict, fact.confidence, fact.claims, fact.sources, fact.origins, fact.first_reported, fact.last_reported],
      ...[fact.predicate, fact.source, fact.target, fact.id],
    ]),
  );
}
