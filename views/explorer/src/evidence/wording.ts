// How claims, grades and sources read. The words are those of `allygraph/views/wording.py`.

import type { Claim, Fact, Status } from "../records";
import { vocabulary } from "../state/vocabulary";
import { countWords, dateWords, relationWords, statusPrefix } from "../words";

export function statusWords(status: Status | null): string {
  return status ?? "status not stated";
}

export function statusMeaning(status: Status | null): string {
  return vocabulary.value.statuses.find((one) => one.name === status)?.meaning ?? "";
}

/** 'B, usually reliable'. */
export function reliabilityWords(letter: string | null): string {
  if (!letter) return "source not rated";
  return [letter, vocabulary.value.reliability[letter]].filter(Boolean).join(", ");
}

/** '2, probably true'. */
export function credibilityWords(number: number | null): string {
  if (number === null) return "not rated";
  return [number, vocabulary.value.credibility[number]].filter(Boolean).join(", ");
}

/** 'B2: usually reliable source, probably true'; either half may be missing. */
export function gradeWords(grade: string | null): string {
  if (!grade) return "not graded";
  const letter = /[A-F]/.exec(grade)?.[0];
  const number = /[1-6]/.exec(grade)?.[0];
  const source = letter === "F" ? "source whose reliability cannot be judged" : letter && `${vocabulary.value.reliability[letter]} source`;
  const known = [source, number && vocabulary.value.credibility[number]].filter(Boolean);
  return known.length ? `${grade}: ${known.join(", ")}` : grade;
}

/** 'very likely (80–95 %)'; null where the text says nothing of it. */
export function likelihoodWords(low: number | null, high: number | null, words: string | null = null): string | null {
  if (low === null && high === null) return words;
  const [from, to] = [low ?? high!, high ?? low!];
  const interval = from === to ? `${from} %` : `${from}–${to} %`;
  const named = words ?? vocabulary.value.likelihood.find((one) => one.low === from && one.high === to)?.words;
  return named ? `${named} (${interval})` : interval;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** '3 claims, 2 sources, 1 independent origin'. */
export function supportWords(fact: Fact): string {
  return [countWords(fact.claims, "claim"), countWords(fact.sources, "source"), countWords(fact.origins, "independent origin")].join(", ");
}

/** What a claim says: 'Planned: Larch Bank partners with Alder Exchange'. A denial never reads as plain. */
export function claimWords(claim: Pick<Claim, "polarity" | "status" | "predicate" | "role" | "subject" | "object" | "counterpart">): string {
  const prefix = denies(claim) ? "Denied: " : statusPrefix(claim.status);
  const ends = [claim.subject?.text ?? "?", relationWords(claim.predicate, claim.role), claim.object?.text ?? "?"];
  return prefix + ends.join(" ") + (claim.counterpart ? ` and ${claim.counterpart.text}` : "");
}

export function denies(claim: { polarity: string }): boolean {
  return claim.polarity === "negative";
}

/** '“Sentence” — Title, Source, 15 September 2017 (B2)', in one line. */
export function citation(claim: Omit<Claim, "credibility"> & { credibility?: number | null }): string {
  const sentence = claim.sentence.replaceAll(/\s+/g, " ").trim();
  const from = [claim.document_title, claim.source, dateWords(claim.published)].filter(Boolean).join(", ");
  const grade = `${claim.reliability ?? ""}${claim.credibility ?? ""}`;
  return `“${sentence}” — ${from}${grade ? ` (${grade})` : ""}`;
}

/** The address where it may be opened: only http and https are. */
export function webAddress(uri: string | null): string | null {
  try {
    return uri && ["http:", "https:"].includes(new URL(uri).protocol) ? uri : null;
  } catch {
    return null;
  }
}
