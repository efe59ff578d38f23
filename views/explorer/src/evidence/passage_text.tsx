// A passage of a document: what it claims lightly marked, the claim in question strongly, names to be pressed.

import { useState } from "preact/hooks";
import type { Passage } from "../records";
import { select } from "../state/view";
import { type Mark, type Part, parts } from "../text";
import { relationWords, statusPrefix } from "../words";
import { reading } from "./reading";
import { visit } from "./reveal";
import { Spot } from "./spot";
import { denies } from "./wording";

type Said = Passage["claims"][number];
interface Marked extends Mark {
  claim?: Said;
  entity?: string;
}

export function PassageText({ passage, before }: { passage: Passage; before: Passage | undefined }) {
  const [listed, setListed] = useState<Said[]>([]);
  const { passage: number, claim: current } = reading.value ?? {};
  const marks: Marked[] = [
    ...passage.claims.map((claim) => ({ start: claim.start, end: claim.end, claim })),
    ...passage.mentions.map(({ start, end, entity }) => ({ start, end, entity })),
  ];
  // A claim that is not in the text any more leaves its passage to be marked.
  const whole = number === passage.index && !!current && !passage.claims.some((claim) => claim.id === current);
  const met = new Set<string>();
  const press = (claims: Said[]) => (claims.length > 1 ? setListed(listed.length ? [] : claims) : open(claims[0]!));
  return (
    <>
      {before && <span>{passage.start - before.end > 1 ? "\n\n" : " "}</span>}
      <span class={whole ? "current" : ""} data-current={whole || undefined}>
        {parts(passage.text, marks).map((part, place) => (
          <Piece key={place} part={part} current={current ?? null} met={met} onPress={press} />
        ))}
      </span>
      {listed.length > 0 && (
        <ul class="said" aria-label="What this sentence says">
          {listed.map((claim) => (
            <li key={claim.id}>
              <button type="button" onClick={() => open(claim)}>
                {saidWords(claim)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface PieceGiven {
  part: Part<Marked>;
  current: string | null;
  /** Claims that the tab key has stopped at. */
  met: Set<string>;
  onPress: (claims: Said[]) => void;
}

function Piece({ part: { text, marks }, current, met, onPress }: PieceGiven) {
  const claims = marks.flatMap((mark) => (mark.claim ? [mark.claim] : []));
  const entity = marks.find((mark) => mark.entity)?.entity;
  const strong = claims.some((claim) => claim.id === current);
  const shade = strong ? "current" : claims.length ? "claimed" : "";
  if (entity) {
    return (
      <Spot className={`mention ${shade}`} current={strong} onPress={() => visit(entity, text)} title={`Show ${text}`}>
        {text}
      </Spot>
    );
  }
  if (!claims.length) return <>{text}</>;
  const begins = claims.some((claim) => !met.has(claim.id));
  for (const claim of claims) met.add(claim.id);
  return (
    <Spot className={shade} current={strong} stop={begins} onPress={() => onPress(claims)} title={claims.map(saidWords).join("\n")}>
      {text}
    </Spot>
  );
}

/** Leads to what the claim supports; a claim that supports nothing any more stands for itself. */
function open(claim: Said): void {
  const id = claim.facts.find((one) => !one.startsWith("all-")) ?? claim.facts[0];
  if (!id) select("claim", claim.id);
  else select(id.startsWith("all-") ? "alliance" : "fact", id);
}

function saidWords(claim: Said): string {
  const prefix = denies(claim) ? "Denied: " : statusPrefix(claim.status);
  return `${prefix}${claim.subject ?? "?"} ${relationWords(claim.predicate)} ${claim.object ?? "?"}`;
}
