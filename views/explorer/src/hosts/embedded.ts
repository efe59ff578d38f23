// Answers what the explorer's server would, from the data that a page brings along: no request ever leaves it.

import { Problem, type Answerer } from "../api";
import type { Alliance, Claim, DocumentOutline, Entity, Fact, Neighbourhood, Node, Outline, Page, Period, Vocabulary } from "../records";

/** What `allygraph.views.standalone` writes. */
export interface Embedded {
  title: string;
  version: string;
  vocabulary: Vocabulary;
  network: Outline;
  claims: Claim[];
  documents: DocumentOutline[];
}

type Given = Record<string, unknown>;
type Route = (given: Given, id: string) => unknown;

export function embeddedAnswers(data: Embedded): Answerer {
  const index = new Index(data);
  const routes: [method: string, path: RegExp, route: Route][] = [
    ["GET", /^vocabulary$/, () => data.vocabulary],
    ["GET", /^health$/, () => index.health()],
    ["GET", /^changes$/, () => ({ mark: "embedded", changed: false })],
    ["GET", /^search$/, (given) => index.search(given)],
    ["GET", /^countries$/, () => page([], {})],
    ["GET", /^entities$/, (given) => page(index.connected, given)],
    ["GET", /^entities\/([^/]+)$/, (_, id) => index.entity(id)],
    ["GET", /^entities\/([^/]+)\/facts$/, (given, id) => page(index.namedFacts(id, given), given)],
    ["GET", /^entities\/([^/]+)\/neighbours$/, (given, id) => index.neighbours(id, given)],
    ["GET", /^entities\/([^/]+)\/evidence$/, (given, id) => page(index.claimsOfEntity(id), given)],
    ["GET", /^network$/, () => data.network],
    ["POST", /^network$/, (given) => index.among(given.entities as string[])],
    ["GET", /^(?:edges|alliances)\/([^/]+)\/evidence$/, (given, id) => page(index.claims.get(id) ?? [], given)],
    ["GET", /^alliances\/([^/]+)$/, (_, id) => index.alliance(id)],
    ["GET", /^claims\/([^/]+)$/, (_, id) => index.claim(id)],
    ["GET", /^documents$/, (given) => page(data.documents, given)],
    ["GET", /^documents\/([^/]+)$/, (_, id) => index.document(id)],
    ["GET", /^events$/, (given) => page(index.events(given.by === "month" ? 7 : 4), {})],
    ["GET", /^timeline$/, (given) => page(index.timeline(given.entity as string | undefined), given)],
  ];
  return (method, path, given) => {
    for (const [own, pattern, route] of routes) {
      const match = own === method ? pattern.exec(path) : null;
      if (match) return route(given, decodeURIComponent(match[1] ?? ""));
    }
    throw new Problem(404, "NotHere", "This page holds a part of the graph and cannot do that.", "Open the explorer: 'allygraph explore'.");
  };
}

class Index {
  readonly nodes: Map<string, Node>;
  readonly facts = new Map<string, Fact[]>();
  /** Claims by the id of the fact or alliance that they support. */
  readonly claims = new Map<string, Claim[]>();
  readonly connected: Node[];
  private readonly folded: [Node, string[]][];

  constructor(private readonly data: Embedded) {
    this.nodes = new Map(data.network.nodes.map((node) => [node.id, node]));
    this.connected = [...data.network.nodes].sort((one, two) => two.facts - one.facts);
    this.folded = this.connected.map((node) => [node, [node.name, ...node.aliases].map(fold)]);
    for (const fact of data.network.edges) {
      for (const end of new Set([fact.source, fact.target])) push(this.facts, end, fact);
    }
    for (const claim of data.claims) {
      for (const id of claim.facts) push(this.claims, id, claim);
    }
  }

  health() {
    const { network, claims, documents } = this.data;
    const counts = { entities: network.nodes.length, facts: network.edges.length, alliances: network.alliances.length, claims: claims.length, documents: documents.length };
    return { version: this.data.version, database: "", counts };
  }

  /** Names that begin with what was typed, then those that hold it, then those that hold all its words. */
  search({ q, kind, limit }: Given): Page<Node> {
    const typed = fold(String(q));
    const words = typed.split(" ").filter(Boolean);
    const ranks = [
      (name: string) => name.startsWith(typed),
      (name: string) => name.includes(typed),
      (name: string) => words.every((word) => name.includes(word)),
      (name: string) => words.every((word) => name.split(" ").some((own) => isNear(word, own))),
    ];
    const found = new Set<Node>();
    for (const fits of ranks) {
      for (const [node, names] of this.folded) {
        if ((!kind || node.kind === kind) && names.some(fits)) found.add(node);
      }
      if (found.size >= Number(limit ?? 10)) break;
    }
    return { ...page([...found], { limit }), total: null };
  }

  entity(id: string): Entity {
    const node = known(this.nodes.get(id), "entity", id);
    const counts = new Map<string, Entity["relations"][number]>();
    for (const fact of this.facts.get(id) ?? []) {
      const outgoing = fact.source === id;
      const key = `${fact.predicate} ${outgoing}`;
      const count = counts.get(key) ?? { relation: fact.predicate, outgoing, facts: 0 };
      counts.set(key, { ...count, facts: count.facts + 1 });
    }
    const relations = [...counts.values()].sort((one, two) => two.facts - one.facts);
    const { id: identifier, name, kind, aliases } = node;
    return {
      id: identifier,
      name,
      kind,
      aliases,
      relations,
      alliances: this.timeline(id).length,
      claims: this.claimsOfEntity(id).length,
      mentions: 0,
    };
  }

  namedFacts(id: string, { relation }: Given) {
    return only(this.facts.get(id) ?? [], relation)
      .map((fact) => ({ fact, source_name: this.nameOf(fact.source), target_name: this.nameOf(fact.target) }))
      .sort((one, two) => one.fact.predicate.localeCompare(two.fact.predicate));
  }

  neighbours(id: string, given: Given): Neighbourhood {
    known(this.nodes.get(id), "entity", id);
    const ends = only(this.facts.get(id) ?? [], given.relation).map((fact) => (fact.source === id ? fact.target : fact.source));
    const all = [...new Set(ends)].flatMap((end) => this.nodes.get(end) ?? []).sort((one, two) => two.facts - one.facts);
    const some = page(all, given).items;
    const { nodes, edges } = this.among([id, ...some.map((node) => node.id)]);
    return { nodes, edges, total: all.length, left: all.length - Number(given.offset ?? 0) - some.length };
  }

  among(ids: readonly string[]): Outline {
    const kept = new Set(ids);
    const { network } = this.data;
    return {
      ...network,
      nodes: network.nodes.filter((node) => kept.has(node.id)),
      edges: network.edges.filter((fact) => kept.has(fact.source) && kept.has(fact.target)),
      alliances: network.alliances.filter((one) => one.parties.filter((party) => kept.has(party.id)).length > 1),
      left_out: 0,
    };
  }

  claimsOfEntity(id: string): Claim[] {
    const facts = (this.facts.get(id) ?? []).flatMap((fact) => this.claims.get(fact.id) ?? []);
    const deals = this.timeline(id).flatMap((alliance) => this.claims.get(alliance.id) ?? []);
    return [...new Set([...facts, ...deals])];
  }

  alliance(id: string): Alliance {
    return known(this.data.network.alliances.find((one) => one.id === id), "alliance", id);
  }

  claim(id: string): Claim {
    return known(this.data.claims.find((one) => one.id === id), "claim", id);
  }

  document(id: string) {
    const document = known(this.data.documents.find((one) => one.id === id), "document", id);
    return { document, passages: [], offset: 0, more: false };
  }

  timeline(entity?: string): Alliance[] {
    const date = (one: Alliance) => one.events.find((event) => event.date)?.date ?? one.valid_from ?? "9999";
    return this.data.network.alliances
      .filter((one) => !entity || one.parties.some((party) => party.id === entity))
      .sort((one, two) => date(one).localeCompare(date(two)));
  }

  /** Events and beginnings of facts by the first characters of their dates. */
  events(width: number): Period[] {
    const periods = new Map<string | null, Period>();
    const at = (date: string | null) => {
      const period = date?.slice(0, width) ?? null;
      const found = periods.get(period) ?? { period, events: {}, facts: 0 };
      periods.set(period, found);
      return found;
    };
    for (const { date, status } of this.data.network.alliances.flatMap((one) => one.events)) {
      const { events } = at(date);
      events[status] = (events[status] ?? 0) + 1;
    }
    for (const fact of this.data.network.edges) at(fact.valid_from).facts += 1;
    return [...periods.values()].sort((one, two) => (one.period ?? "9999").localeCompare(two.period ?? "9999"));
  }

  private nameOf(id: string): string {
    return this.nodes.get(id)?.name ?? this.data.network.alliances.find((one) => one.id === id)?.title ?? id;
  }
}

function page<Item>(items: readonly Item[], { limit, offset }: Given): Page<Item> {
  const from = Number(offset ?? 0);
  const some = items.slice(from, from + Number(limit ?? items.length));
  return { items: some, total: items.length, more: from + some.length < items.length, offset: from };
}

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function only(facts: Fact[], relation: unknown): Fact[] {
  const wanted = Array.isArray(relation) ? relation : relation ? [relation] : [];
  return wanted.length ? facts.filter((fact) => wanted.includes(fact.predicate)) : facts;
}

function known<Item>(found: Item | undefined, what: string, id: string): Item {
  if (!found) throw new Problem(404, "UnknownName", `This page holds no ${what} ${id}.`, "Open the explorer for the whole graph: 'allygraph explore'.");
  return found;
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** Whether two words are alike but for one letter that is missing, added or another, the first being a beginning. */
function isNear(typed: string, word: string): boolean {
  if (typed.length < 4) return word.startsWith(typed);
  let same = 0;
  while (same < typed.length && typed[same] === word[same]) same += 1;
  const rest = typed.slice(same);
  return rest.length <= 1 || word.startsWith(rest.slice(1), same + 1) || word.startsWith(rest, same + 1) || word.startsWith(rest.slice(1), same);
}
