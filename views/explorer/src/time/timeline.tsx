// The lives of alliances along an axis of dates: a row for each, a sign for each event.

import { effect, signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { get } from "../api";
import { useAnswer, usePaged } from "../evidence/answers";
import { ListEnd } from "../evidence/pieces";
import type { Alliance, Entity } from "../records";
import { network } from "../state/network";
import { select, selected, view } from "../state/view";
import { countWords, dateWords, periodWords, statusPrefix } from "../words";
import { type Axis, axisOf, datesOf, ticks } from "./axis";
import { Life } from "./life";
import { lifeOn } from "./moment";
import { Shape } from "./marks";
import { STATUSES } from "./periods";
import "./timeline.css";

const PAGE = 100;

/** The entity whose alliances are shown; looking at one of them does not change it. */
const about = signal<string | null>(null);
effect(() => {
  const now = selected.value;
  if (!now) about.value = null;
  else if (now.what === "entity") about.value = now.id;
});

export function Timeline() {
  const { entities } = view.value;
  if (about.value) return <OfEntity id={about.value} />;
  return entities?.length ? <OfGraph /> : <OfAll />;
}

function OfEntity({ id }: { id: string }) {
  const list = usePaged<Alliance>("timeline", { entity: id }, PAGE);
  const { answer } = useAnswer(id, (stop) => get<Entity>(`entities/${encodeURIComponent(id)}`, {}, stop));
  return (
    <Lives title={<Of name={answer?.name ?? ""} />} alliances={list.answer ?? []} total={list.answer && list.total}>
      <ListEnd list={list} none="It is party to no alliance." more="alliances" />
    </Lives>
  );
}

function Of({ name }: { name: string }) {
  return (
    <>
      Alliances of <bdi>{name}</bdi>
    </>
  );
}

function OfAll() {
  const list = usePaged<Alliance>("timeline", {}, PAGE);
  return (
    <Lives title="All alliances" alliances={list.answer ?? []} total={list.answer && list.total}>
      <ListEnd list={list} none="The graph has no alliances." more="alliances" />
    </Lives>
  );
}

function OfGraph() {
  const { alliances } = network.value;
  return (
    <Lives title="Alliances in the graph" alliances={[...alliances].sort(byDate)} total={alliances.length}>
      {!alliances.length && <p class="quiet">No two of the entities shown are allied.</p>}
    </Lives>
  );
}

/** By the first date, undated ones last. */
function byDate(one: Alliance, other: Alliance): number {
  const first = (alliance: Alliance) => datesOf(alliance).sort()[0] ?? "~";
  return first(one).localeCompare(first(other)) || one.title.localeCompare(other.title);
}

interface LivesGiven {
  title: ComponentChildren;
  alliances: Alliance[];
  /** Of all, read or not; null while nothing was read. */
  total: number | null;
  /** What stands below. */
  children: ComponentChildren;
}

function Lives({ title, alliances, total, children }: LivesGiven) {
  const { asOf } = view.value;
  const axis = axisOf(alliances);
  return (
    <div class="timeline">
      <header>
        <h2>{title}</h2>
        <p class="quiet" role="status">
          {total !== null && [countWords(total, "alliance"), asOf ? `as of ${dateWords(asOf)}` : ""].filter(Boolean).join(" ")}
        </p>
        {about.value && (
          <button type="button" onClick={() => (about.value = null)}>
            {view.value.entities?.length ? "Alliances in the graph" : "All alliances"}
          </button>
        )}
        <Key />
      </header>
      {axis && <Dated alliances={alliances.filter(hasDate)} axis={axis} />}
      <Undated alliances={alliances.filter((one) => !hasDate(one))} />
      {children}
    </div>
  );
}

function hasDate(one: Alliance): boolean {
  return datesOf(one).length > 0;
}

function Key() {
  return (
    <ul class="signs" aria-label="Signs">
      {STATUSES.map((status) => (
        <li key={status}>
          <svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
            <Shape status={status} />
          </svg>
          {status}
        </li>
      ))}
    </ul>
  );
}

function Dated({ alliances, axis }: { alliances: Alliance[]; axis: Axis }) {
  return (
    <>
      <div class="lane axis" aria-hidden="true">
        <span />
        <span class="dates">
          {ticks(axis).map((tick) => (
            <span key={tick.text} style={{ left: `${tick.at * 100}%` }}>
              {tick.text}
            </span>
          ))}
        </span>
      </div>
      <ul aria-label="Alliances by date">
        {alliances.map((one) => (
          <Row key={one.id} alliance={one} axis={axis} />
        ))}
      </ul>
    </>
  );
}

function Undated({ alliances }: { alliances: Alliance[] }) {
  if (!alliances.length) return null;
  return (
    <section aria-label="Alliances without a date">
      <h3>Without a date</h3>
      <ul>
        {alliances.map((one) => (
          <Row key={one.id} alliance={one} axis={null} />
        ))}
      </ul>
    </section>
  );
}

function Row({ alliance, axis }: { alliance: Alliance; axis: Axis | null }) {
  const { asOf } = view.value;
  const then = asOf === null ? alliance.status : lifeOn(alliance, asOf);
  const current = selected.value?.id === alliance.id;
  const state = then === "absent" ? "Not then: " : statusPrefix(then);
  return (
    <li>
      <button
        type="button"
        class={`lane${then === "absent" ? " absent" : ""}`}
        aria-current={current || undefined}
        title={lifeWords(alliance)}
        onClick={() => select("alliance", alliance.id)}
      >
        <span class="title">
          <span class={`state state-${then ?? "none"}`}>{state}</span>
          <bdi>{alliance.title}</bdi>
        </span>
        {axis ? <Life alliance={alliance} axis={axis} asOf={asOf} /> : <Statuses alliance={alliance} />}
        <span class="unseen">{lifeWords(alliance)}</span>
      </button>
    </li>
  );
}

function Statuses({ alliance }: { alliance: Alliance }) {
  const steps = alliance.events.map((event) => event.status);
  return <span class="quiet">{steps.join(", ") || alliance.status || "status not stated"}</span>;
}

/** 'planned September 2017, halted 2018'. */
function lifeWords(alliance: Alliance): string {
  const steps = alliance.events.map((event) => `${event.status} ${dateWords(event.date)}`.trim());
  return steps.join(", ") || periodWords(alliance.valid_from, alliance.valid_to);
}
