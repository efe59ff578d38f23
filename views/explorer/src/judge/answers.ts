// What the routes of judging answer; docs/explorer-api.md describes each.

import type { Status } from "../records";

export interface Named {
  id: string;
  name: string;
  kind: string;
}

/** A claim to review. Places in the sentence count code points; null where the sentence does not name the end. */
export interface ReviewItem {
  id: string;
  predicate: string;
  subject: Named | null;
  subject_start: number | null;
  subject_end: number | null;
  object: Named | null;
  object_start: number | null;
  object_end: number | null;
  counterpart: Named | null;
  polarity: string;
  status: Status | null;
  date: string | null;
  amount: number | null;
  currency: string | null;
  role: string | null;
  likelihood_words: string | null;
  engine: string;
  confidence: number;
  review: string;
  reviewed_by: string | null;
  review_reason: string | null;
  sentence: string;
  document: { id: string; title: string; published: string | null };
  source: string | null;
  reliability: string | null;
}

export interface ReviewCounts {
  waiting: number;
  accepted: number;
  rejected: number;
}

/** An end as its document names it: `key` is the document's own, `entity` the id in the graph. */
export interface KeyedEnd {
  key: string;
  entity: string;
  name: string;
  kind: string;
}

export interface ReviewClaim {
  id: string;
  predicate: string;
  subject: KeyedEnd;
  object: KeyedEnd;
  counterpart: KeyedEnd | null;
  sentence: string;
  /** Key, start and end of every name in the sentence. */
  names: [string, number, number][];
  before: string;
  after: string;
  polarity: string;
  status: Status | null;
  date: string | null;
  amount: number | null;
  currency: string | null;
  role: string | null;
  likelihood_words: string | null;
  engine: string;
  confidence: number;
  review: string;
  reviewed_by: string | null;
  review_reason: string | null;
  document: string;
  document_id: string;
  source: string | null;
  published: string | null;
  reliability: string | null;
}

export interface RelationChoice {
  name: string;
  role: boolean;
  fits: boolean;
  turned: boolean;
}

export interface ClaimForm {
  claim: ReviewClaim;
  names: KeyedEnd[];
  relations: RelationChoice[];
  statuses: string[];
  kinds: string[];
}

export interface Decision {
  id: string;
  claim: string;
  verdict: string;
}

export interface HeldEntity extends Named {
  aliases: string[];
  claims: number;
  facts: number;
  alliances: number;
}

export interface ChangedFact {
  id: string;
  predicate: string;
  source_name: string;
  target_name: string;
  role: string | null;
  claims: number;
  /** Ids of the facts that it is made of. */
  of: string[];
  /** Whether what stays keeps such a fact too. */
  stays: boolean;
}

/** How many facts, and the first of them. */
export interface ChangedFacts {
  total: number;
  items: ChangedFact[];
}

export interface Warned {
  kind: string;
  message: string;
}

/** `stays` is the id that is left of the two; names, claims, facts and alliances move to it. */
export interface MergePreview {
  left: HeldEntity;
  right: HeldEntity;
  stays: string;
  result: HeldEntity;
  names: string[];
  claims: number;
  facts: number;
  alliances: number;
  coincide: ChangedFacts;
  vanish: ChangedFacts;
  warnings: Warned[];
}

export interface SplitPreview {
  entity: HeldEntity;
  stays: HeldEntity[];
  leaves: HeldEntity[];
  names: string[];
  claims: number;
  alliances: number;
  facts: ChangedFacts;
  warnings: Warned[];
}

/** A name with its spellings, which no split can part, the most used first. */
export interface EntityName {
  name: string;
  key: string;
  spellings: string[];
  claims: number;
  documents: number;
  mentions: number;
}

export interface Judgement {
  id: string;
}

/** A decision, with `claim`, or a judgement of two names. */
export interface HistoryItem {
  id: string;
  verdict: string;
  what: string;
  author: string;
  at: string;
  reason: string;
  in_force: boolean;
  undone_at: string | null;
  claim: { id: string; predicate: string; subject: string | null; object: string | null } | null;
  left: { name: string | null; id: string | null } | null;
  right: { name: string | null; id: string | null } | null;
}
