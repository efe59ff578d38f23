// What was in force or planned at a moment, with the status that it had then. Dates are ISO, as exact as they are known:
// '2018' as a moment is the whole year, as the date of an event some day of it.

import type { Alliance, Fact, Status, StatusEvent } from "../records";
import type { Shown } from "../state/network";

/** The order of an alliance's life. */
const LIFE: Status[] = ["planned", "announced", "signed", "active", "halted", "ended"];

/** The status of a fact then; null where none is stated, "absent" where it had not begun or was over. */
export function statusOn(fact: Fact, alliance: Alliance | undefined, asOf: string): Status | null | "absent" {
  if (alliance?.events.length && livesBy(fact, alliance)) return lifeOn(alliance, asOf);
  const from = fact.valid_from ?? (tentative(fact.status) ? fact.first_reported : null);
  return spanOn(fact.status, from, fact.valid_to, asOf);
}

/** The status of an alliance then, by the events of its life. */
export function lifeOn(alliance: Alliance, asOf: string): Status | null | "absent" {
  const dated = alliance.events.filter((event) => event.date).sort((one, other) => (one.date! < other.date! ? -1 : 1));
  if (!dated.length) return spanOn(alliance.status, alliance.valid_from, alliance.valid_to, asOf);
  const last = dated.filter((event) => begun(event.date!, asOf)).at(-1) ?? earlier(alliance.events, dated[0]!);
  if (!last) return "absent";
  return last.date && final(last.status) && over(last.date, asOf) ? "absent" : last.status;
}

/** What is shown, as it was then: what was absent is left out, the rest has the status it had. */
export function shownOn(shown: Shown, alliances: ReadonlyMap<string, Alliance>, asOf: string): Shown {
  const facts = shown.facts.map((fact) => withStatus(fact, statusOn(fact, alliances.get(fact.alliance ?? ""), asOf)));
  const deals = shown.alliances.map((one) => withStatus(one, lifeOn(one, asOf)));
  return { nodes: shown.nodes, facts: facts.filter((one) => one !== null), alliances: deals.filter((one) => one !== null) };
}

function withStatus<Item extends { status: Status | null }>(item: Item, status: Status | null | "absent"): Item | null {
  if (status === "absent") return null;
  return status === item.status ? item : { ...item, status };
}

/** Whether a fact is the alliance itself, seen between two of those who are in it; a stop by an authority is not. */
function livesBy(fact: Fact, alliance: Alliance): boolean {
  const within = new Set([...alliance.parties, ...alliance.creates].map((one) => one.id));
  return fact.predicate !== "HALTS" && within.has(fact.source) && within.has(fact.target);
}

/** The last of the undated events that come before the first dated one in the life of an alliance. */
function earlier(events: StatusEvent[], first: StatusEvent): StatusEvent | undefined {
  const rank = (event: StatusEvent) => LIFE.indexOf(event.status);
  const before = events.filter((event) => !event.date && rank(event) < rank(first));
  return before.sort((one, other) => rank(one) - rank(other)).at(-1);
}

/** By the dates of a fact alone; without dates it stays as it is. */
function spanOn(status: Status | null, from: string | null, to: string | null, asOf: string): Status | null | "absent" {
  if (from && !begun(from, asOf)) return "absent";
  if (to && over(to, asOf)) return "absent";
  if (!to || begun(to, asOf)) return status;
  // It was still to come to this. What was halted before it began was intended, and must not read as plain.
  if (status === "ended") return "active";
  return status === "halted" ? (from ? "active" : "planned") : status;
}

function tentative(status: Status | null): boolean {
  return status === "planned" || status === "announced";
}

function final(status: Status): boolean {
  return status === "halted" || status === "ended";
}

/** Whether a date lies in the moment or before it. */
function begun(date: string, asOf: string): boolean {
  return date <= `${asOf}~`;
}

/** Whether a date lies wholly before the moment. */
function over(date: string, asOf: string): boolean {
  return date < asOf && !asOf.startsWith(date);
}
