// The parts that the previews of merges and splits have in common.

import { Name } from "../components/name";
import { countWords, relationWords } from "../words";
import type { ChangedFacts, HeldEntity, Warned } from "./answers";

export function Warnings({ warnings }: { warnings: Warned[] }) {
  return warnings.length ? (
    <ul class="warnings" role="alert">
      {warnings.map((one) => (
        <li key={one.kind}>
          <bdi>{one.message}</bdi>
        </li>
      ))}
    </ul>
  ) : null;
}

/** An entity with what it holds. */
export function Held({ entity }: { entity: HeldEntity }) {
  return (
    <p class="held">
      <Name text={entity.name} className="strong" /> <span class="quiet">{entity.kind}</span>
      <span class="quiet held-counts">{amounts(entity.claims, entity.facts, entity.alliances)}</span>
    </p>
  );
}

export function FactList({ title, facts, keeps = false }: { title: string; facts: ChangedFacts; keeps?: boolean }) {
  if (!facts.total) return null;
  return (
    <details open={facts.total <= 5}>
      <summary>
        {title}: {facts.total.toLocaleString("en-GB")}
      </summary>
      <ul class="facts">
        {facts.items.map((fact) => (
          <li key={fact.id}>
            <Name text={fact.source_name} /> {relationWords(fact.predicate, fact.role)} <Name text={fact.target_name} />
            <span class="quiet">
              {" "}
              {countWords(fact.claims, "claim")}
              {keeps && fact.stays && ", stays on both sides"}
            </span>
          </li>
        ))}
      </ul>
      {facts.total > facts.items.length && <p class="quiet">and {(facts.total - facts.items.length).toLocaleString("en-GB")} more</p>}
    </details>
  );
}

export function amounts(claims: number, facts: number, alliances: number): string {
  return [countWords(claims, "claim"), countWords(facts, "fact"), countWords(alliances, "alliance")].join(", ");
}
