// Where everything stands. What has a place keeps it; what is new is put beside what it hangs on.

import { effect, signal, untracked } from "@preact/signals";
import type { Outline } from "../records";
import { communities } from "../state/communities";
import { network } from "../state/network";
import { view } from "../state/view";
import { relax, type Spot, type Tie } from "./relaxing";

const spots = new Map<string, Spot>();
/** Grows whenever something has moved. */
export const placing = signal(0);
/** Grows whenever the drawing is a new one, to be seen whole. */
export const fitting = signal(0);
/** As many entities may be laid out by the page itself, where the server gave no places. */
const FEW = 2000;
let stop = () => {};

/** The place of a node in the drawing, y downwards. */
export function placeOf(id: string): Spot {
  const pinned = view.value.pinned[id];
  return pinned ? { x: pinned[0], y: pinned[1] } : (spots.get(id) ?? { x: 0, y: 0 });
}

/** Moves a node for as long as it is dragged. */
export function moveTo(id: string, spot: Spot): void {
  spots.set(id, spot);
  placing.value += 1;
}

/** Places whatever the server tells, as long as the page is open. */
export function followPlaces(): void {
  effect(() => {
    const outline = network.value;
    untracked(() => place(outline));
  });
  effect(() => {
    // Communities come with places of their own.
    if (communities.value) fitting.value = untracked(() => fitting.value) + 1;
  });
}

/** Takes the places of the server for all that is not pinned. */
export function tidy(): void {
  spots.clear();
  place(network.value);
}

function place(outline: Outline): void {
  stop();
  const ids = [...outline.nodes.map((node) => node.id), ...hubIds(outline)];
  const fresh = ids.filter((id) => !spots.has(id));
  if (fresh.length === 0) {
    fitting.value += 1;
    return;
  }
  if (fresh.length * 2 >= ids.length) placeAll(outline);
  else placeBeside(outline, fresh);
}

function hubIds(outline: Outline): string[] {
  return outline.alliances.filter((one) => one.parties.length > 2).map((one) => one.id);
}

/** All anew: where the server says, or on a circle that is then drawn together. */
function placeAll(outline: Outline): void {
  const told = outline.nodes.every((node) => node.x !== undefined);
  outline.nodes.forEach((node, place) => {
    const angle = place * 2.399963; // the golden angle: neighbours in the list are far apart, none on top of another
    const away = 40 * Math.sqrt(place);
    spots.set(node.id, told ? { x: node.x!, y: node.y! } : { x: away * Math.cos(angle), y: away * Math.sin(angle) });
  });
  for (const hub of outline.hubs ?? []) spots.set(hub.alliance, { x: hub.x, y: hub.y });
  for (const id of hubIds(outline)) if (!spots.has(id) || !told) spots.set(id, middle(id, outline));
  placing.value += 1;
  fitting.value += 1;
  if (!told && outline.nodes.length <= FEW) settle(outline, new Set(), 240);
}

/** What is new is put beside a neighbour and finds its place from there; what was there does not move. */
function placeBeside(outline: Outline, fresh: string[]): void {
  const old = new Set(spots.keys());
  const beside = new Map<string, string>();
  for (const { source, target } of ties(outline)) {
    if (old.has(source) && !old.has(target)) beside.set(target, source);
    if (old.has(target) && !old.has(source)) beside.set(source, target);
  }
  fresh.forEach((id, place) => {
    const neighbour = spots.get(beside.get(id) ?? "") ?? { x: 0, y: 0 };
    const angle = place * 2.399963;
    spots.set(id, { x: neighbour.x + 70 * Math.cos(angle), y: neighbour.y + 70 * Math.sin(angle) });
  });
  placing.value += 1;
  if (outline.nodes.length <= FEW) settle(outline, old, 90);
  else fitting.value += 1;
}

function settle(outline: Outline, fixed: Set<string>, rounds: number): void {
  const ids = [...outline.nodes.map((node) => node.id), ...hubIds(outline)];
  const held = new Set([...fixed, ...Object.keys(view.value.pinned)]);
  const own = new Map(ids.map((id) => [id, placeOf(id)]));
  stop = relax(own, ties(outline), held, rounds, (moved, done) => {
    for (const [id, spot] of moved) spots.set(id, spot);
    placing.value += 1;
    if (done) fitting.value += 1;
  });
}

function ties(outline: Outline): Tie[] {
  const hubs = new Set(hubIds(outline));
  const facts = outline.edges.filter((fact) => !(fact.alliance && hubs.has(fact.alliance)));
  const parties = outline.alliances
    .filter((one) => hubs.has(one.id))
    .flatMap((one) => one.parties.map((party) => ({ source: one.id, target: party.id })));
  return [...facts, ...parties];
}

function middle(id: string, outline: Outline): Spot {
  const alliance = outline.alliances.find((one) => one.id === id)!;
  const known = alliance.parties.map((party) => spots.get(party.id)).filter((spot) => spot !== undefined);
  const sum = (pick: (spot: Spot) => number) => known.reduce((total, spot) => total + pick(spot), 0) / Math.max(1, known.length);
  return { x: sum((spot) => spot.x), y: sum((spot) => spot.y) };
}
