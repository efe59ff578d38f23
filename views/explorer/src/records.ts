// What the server answers; docs/explorer-api.md describes each route, /api/v1/openapi.json every field.

export type Status = "planned" | "announced" | "signed" | "active" | "halted" | "ended";

export interface Node {
  id: string;
  name: string;
  kind: string;
  aliases: string[];
  /** Facts in the whole graph, shown or not. */
  facts: number;
  x?: number;
  y?: number;
  community?: number;
}

/** A fact between two entities. */
export interface Fact {
  id: string;
  source: string;
  target: string;
  predicate: string;
  symmetric: boolean;
  status: Status | null;
  valid_from: string | null;
  valid_to: string | null;
  role: string | null;
  amount: number | null;
  currency: string | null;
  likelihood_low: number | null;
  likelihood_high: number | null;
  grade: string | null;
  confidence: number;
  claims: number;
  sources: number;
  origins: number;
  conflict: boolean;
  first_reported: string | null;
  last_reported: string | null;
  alliance: string | null;
}

export interface StatusEvent {
  status: Status;
  date: string | null;
  by: string[];
  claims: number;
}

export interface Party {
  id: string;
  name: string;
  role: string | null;
  contributes: number | null;
  currency: string | null;
}

export interface Alliance {
  id: string;
  title: string;
  kind: string;
  status: Status | null;
  valid_from: string | null;
  valid_to: string | null;
  grade: string | null;
  conflict: boolean;
  claims: number;
  parties: Party[];
  creates: { id: string; name: string }[];
  events: StatusEvent[];
}

/** Nodes, facts and alliances without evidence. */
export interface Outline {
  nodes: Node[];
  edges: Fact[];
  alliances: Alliance[];
  scope: string;
  left_out: number;
  as_of: string | null;
  /** Places of alliances that are drawn as nodes; only where places were asked for. */
  hubs?: { alliance: string; x: number; y: number }[];
}

export interface Neighbourhood {
  nodes: Node[];
  edges: Fact[];
  total: number;
  left: number;
}

export interface Entity {
  id: string;
  name: string;
  kind: string;
  aliases: string[];
  relations: { relation: string; outgoing: boolean; facts: number }[];
  alliances: number;
  claims: number;
  mentions: number;
}

export interface ClaimEnd {
  id: string;
  name: string;
  kind: string;
  text: string;
}

export interface Claim {
  id: string;
  predicate: string;
  subject: ClaimEnd | null;
  object: ClaimEnd | null;
  counterpart: ClaimEnd | null;
  polarity: string;
  status: Status | null;
  date: string | null;
  amount: number | null;
  currency: string | null;
  role: string | null;
  likelihood_low: number | null;
  likelihood_high: number | null;
  likelihood_words: string | null;
  reliability: string | null;
  credibility: number | null;
  rating_words: string | null;
  engine: string;
  confidence: number;
  review: string;
  reviewed_by: string | null;
  review_reason: string | null;
  sentence: string;
  /** Characters (code points) of the sentence, start included, end excluded. */
  start: number;
  end: number;
  passage: number;
  passage_start: number;
  document: string;
  document_title: string;
  published: string | null;
  uri: string | null;
  source: string | null;
  facts: string[];
}

export interface Page<Item> {
  items: Item[];
  total: number | null;
  more: boolean;
  offset: number;
}

export interface Table {
  columns: { name: string; type: string }[];
  rows: unknown[][];
  total: number | null;
  more: boolean;
  offset: number;
  /** Ids of entities that stand in the rows. */
  entities: string[];
}

export interface DocumentOutline {
  id: string;
  title: string;
  published: string | null;
  uri: string | null;
  author: string | null;
  language: string | null;
  media_type: string | null;
  source: string | null;
  reliability: string | null;
  retired: string | null;
  characters: number;
  passages: number;
  claims: number;
}

export interface Passage {
  index: number;
  id: string;
  text: string;
  start: number;
  end: number;
  claims: {
    id: string;
    start: number;
    end: number;
    predicate: string;
    subject: string | null;
    object: string | null;
    polarity: string;
    status: Status | null;
    review: string;
    facts: string[];
  }[];
  mentions: { entity: string; start: number; end: number }[];
}

export interface DocumentPage {
  document: DocumentOutline;
  passages: Passage[];
  offset: number;
  more: boolean;
}

export interface Question {
  name: string;
  title: string;
  parameters: { name: string; type: string; nullable: boolean; default: string | null; meaning: string }[];
  columns: { name: string; type: string }[];
  order: string;
  example: string;
  note: string;
}

export interface Period {
  period: string | null;
  events: Record<string, number>;
  facts: number;
}

/** The words of the graph: kinds, relations, statuses and scales, as the server reads them. */
export interface Vocabulary {
  kinds: string[];
  relations: Record<string, { name: string; reads: string; reads_back: string; symmetric: boolean; subject: string[]; object: string[] }>;
  statuses: { name: Status; meaning: string }[];
  likelihood: { words: string; low: number; high: number }[];
  reliability: Record<string, string>;
  credibility: Record<string, string>;
}

export interface Health {
  version: string;
  database: string;
  counts: Record<string, number>;
  author?: string;
}
