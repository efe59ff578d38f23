// What is drawn: the entities, facts and alliances shown, each with its place and style. Both renderers draw this.

import { computed } from "@preact/signals";
import type { Alliance, Fact, Node } from "../records";
import { communities } from "../state/communities";
import { network, shown } from "../state/network";
import { view } from "../state/view";
import { communityColour, kindToken, mix, palette, type Palette } from "./colours";
import { focus, type Focus } from "./focus";
import { communityNode, partyEdge } from "./ids";
import { claimsWidth, likelihoodStrength, statusLine, type Dash } from "./lines";
import { placeOf, placing } from "./places";
import { kindShape, type Shape } from "./shapes";

export interface DrawnNode {
  id: string;
  what: "entity" | "alliance" | "community";
  label: string;
  shape: Shape;
  colour: string;
  /** Pixels, where nothing is zoomed. */
  radius: number;
  x: number;
  y: number;
  /** Labels with more weight go first where there is not room for all. */
  weight: number;
  /** Whether its label is drawn whatever it covers. */
  named: boolean;
  faded: boolean;
  ring: "selected" | "chosen" | "marked" | null;
  pinned: boolean;
  /** Facts that are in the graph and not in the view; 0 where that is not shown. */
  more: number;
}

export interface DrawnEdge {
  id: string;
  what: "fact" | "alliance" | "tie";
  source: string;
  target: string;
  colour: string;
  width: number;
  dash: Dash;
  cross: boolean;
  conflict: boolean;
  arrow: boolean;
  /** How far the line bends, as a share of its length; 0 is straight. */
  curve: number;
  faded: boolean;
}

export interface Scene {
  nodes: DrawnNode[];
  edges: DrawnEdge[];
}

/** Beyond so many nodes each is drawn smaller, and only the selected one tells what more there is. */
const FEW = 60;
const MANY = 600;

export const scene = computed<Scene>(() => {
  void placing.value;
  const colours = palette.value;
  const large = communities.value;
  if (large) return communityScene(large, colours);
  const { hubs, facts } = drawnAlliances.value;
  const near = focus.value;
  const nodes = [...shown.value.nodes.map((node) => entityNode(node, colours, near)), ...hubs.map((hub) => hubNode(hub, colours, near))];
  const edges = [...factEdges(facts, colours, near), ...hubs.flatMap((hub) => partyEdges(hub, colours, near))];
  return { nodes, edges };
});

/** Alliances of three and more are drawn as nodes of their own, in place of the facts between each two parties. */
export const drawnAlliances = computed(() => {
  const ids = new Set(shown.value.nodes.map((node) => node.id));
  const hubs = shown.value.alliances.filter((one) => one.parties.filter((party) => ids.has(party.id)).length > 2);
  const replaced = new Set(hubs.map((hub) => hub.id));
  const facts = shown.value.facts.filter(
    (fact) => fact.source !== fact.target && !(fact.predicate === "PARTNERS_WITH" && fact.alliance && replaced.has(fact.alliance)),
  );
  return { hubs, facts };
});

const factsShown = computed(() => count(shown.value.facts));
const factsRead = computed(() => count(network.value.edges));

function count(facts: readonly Fact[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { source, target } of facts) {
    counts.set(source, (counts.get(source) ?? 0) + 1);
    counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  return counts;
}

function entityNode(node: Node, colours: Palette, near: Focus): DrawnNode {
  const { colouring, pinned } = view.value;
  const faded = near.fades && !near.nodes.has(node.id);
  const byCommunity = colouring === "community" && node.community !== undefined;
  const colour = byCommunity ? communityColour(node.community!, colours) : colours[kindToken(node.kind)];
  const ring = near.ring(node.id);
  const few = shown.value.nodes.length <= FEW || ring === "selected";
  return {
    id: node.id,
    what: "entity",
    label: node.name,
    shape: kindShape(node.kind),
    colour: faded ? mix(colour, colours.surface, 0.28) : colour,
    radius: entityRadius(node),
    ...placeOf(node.id),
    weight: node.facts,
    named: ring !== null || (pinned[node.id] !== undefined && !faded),
    faded,
    ring,
    pinned: pinned[node.id] !== undefined,
    more: few ? Math.max(0, node.facts - (factsRead.value.get(node.id) ?? 0)) : 0,
  };
}

function entityRadius(node: Node): number {
  const crowd = shown.value.nodes.length;
  const scale = crowd > 3000 ? 0.4 : crowd > MANY ? 0.6 : crowd > FEW ? 0.8 : 1;
  const { sizing } = view.value;
  if (sizing === "none") return 8 * scale;
  const facts = sizing === "facts" ? node.facts : (factsShown.value.get(node.id) ?? 0);
  return scale * Math.min(24, 5.5 + 2.3 * Math.log2(1 + facts));
}

function hubNode(hub: Alliance, colours: Palette, near: Focus): DrawnNode {
  const faded = near.fades && !near.nodes.has(hub.id);
  const ring = near.ring(hub.id);
  return {
    id: hub.id,
    what: "alliance",
    label: hub.title,
    shape: "hexagon",
    colour: faded ? mix(colours.alliance, colours.surface, 0.28) : colours.alliance,
    radius: shown.value.nodes.length > MANY ? 4 : 6.5,
    ...placeOf(hub.id),
    weight: 0,
    named: ring !== null,
    faded,
    ring,
    pinned: view.value.pinned[hub.id] !== undefined,
    more: 0,
  };
}

function factEdges(facts: readonly Fact[], colours: Palette, near: Focus): DrawnEdge[] {
  const edges: DrawnEdge[] = [];
  for (const bundle of bundles(facts)) {
    bundle.forEach((fact, place) => {
      const line = statusLine(fact.status);
      const faded = near.fades && !near.edges.has(fact.id);
      const strength = faded ? 0.14 : line.strength * likelihoodStrength(fact.likelihood_low, fact.likelihood_high);
      // A line and its way back bend to different sides by themselves, so those drawn backwards are turned.
      const side = fact.source < fact.target ? 1 : -1;
      edges.push({
        id: fact.id,
        what: "fact",
        source: fact.source,
        target: fact.target,
        colour: mix(near.ring(fact.id) && !faded ? colours.accent : colours[line.token], colours.surface, strength),
        width: claimsWidth(fact.claims) + (near.ring(fact.id) ? 1.5 : 0),
        dash: line.dash,
        cross: line.cross,
        conflict: fact.conflict,
        arrow: !fact.symmetric,
        curve: side * (place - (bundle.length - 1) / 2) * 0.22,
        faded,
      });
    });
  }
  return edges;
}

/** Facts with those between the same two entities, whichever way. */
function bundles(facts: readonly Fact[]): Iterable<Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const fact of facts) {
    const ends = fact.source < fact.target ? fact.source + " " + fact.target : fact.target + " " + fact.source;
    const bundle = found.get(ends);
    if (bundle) bundle.push(fact);
    else found.set(ends, [fact]);
  }
  return found.values();
}

function partyEdges(hub: Alliance, colours: Palette, near: Focus): DrawnEdge[] {
  const line = statusLine(hub.status);
  const present = new Set(shown.value.nodes.map((node) => node.id));
  return hub.parties
    .filter((party) => present.has(party.id))
    .map((party) => {
      const id = partyEdge(hub.id, party.id);
      const faded = near.fades && !near.edges.has(id);
      const colour = line.token === "holds" ? colours.alliance : colours[line.token];
      return {
        id,
        what: "alliance",
        source: hub.id,
        target: party.id,
        colour: mix(colour, colours.surface, faded ? 0.14 : 0.8 * line.strength),
        width: claimsWidth(hub.claims),
        dash: line.dash,
        cross: line.cross,
        conflict: hub.conflict,
        arrow: false,
        curve: 0,
        faded,
      };
    });
}

function communityScene(large: NonNullable<typeof communities.value>, colours: Palette): Scene {
  const nodes = large.items.map((one): DrawnNode => ({
    id: communityNode(one.id),
    what: "community",
    label: `${one.label} (${one.size.toLocaleString("en-GB")})`,
    shape: "circle",
    colour: mix(communityColour(one.id, colours), colours.surface, 0.75),
    radius: 6 + 2.6 * Math.sqrt(Math.sqrt(one.size)) * 2,
    x: one.x,
    y: one.y,
    weight: one.size,
    named: false,
    faded: false,
    ring: null,
    pinned: false,
    more: 0,
  }));
  const edges = large.ties.map((tie): DrawnEdge => ({
    id: `${tie.source} ${tie.target}`,
    what: "tie",
    source: communityNode(tie.source),
    target: communityNode(tie.target),
    colour: mix(colours.holds, colours.surface, 0.5),
    width: Math.min(8, 0.8 + Math.log2(1 + tie.facts) * 0.6),
    dash: "solid",
    cross: false,
    conflict: false,
    arrow: false,
    curve: 0,
    faded: false,
  }));
  return { nodes, edges };
}
