// The legend, which is the filter too: what is clicked is left out of drawing and tables.

import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Glyph } from "../components/glyph";
import { communities } from "../state/communities";
import { alliances, network } from "../state/network";
import { vocabulary } from "../state/vocabulary";
import { amend, change, view, type Colouring, type Sizing } from "../state/view";
import { relationName } from "../words";
import { showAllAgain } from "./acts";
import "./legend.css";
import { dashLengths, statusLine } from "./lines";

type Group = "kinds" | "relations" | "statuses";

export function Legend() {
  if (view.value.entities?.length === 0) return <Introduction />;
  if (communities.value) return <CommunityLegend />;
  return (
    <div class="legend">
      <Kinds />
      <Statuses />
      <Relations />
      <Confidence />
      <Looks />
      {isFiltered() && (
        <button type="button" class="all-again" onClick={showAllAgain}>
          Show all again
        </button>
      )}
    </div>
  );
}

function Introduction() {
  return <p class="quiet">Once something is shown, this is its legend, and its filter.</p>;
}

function CommunityLegend() {
  const { total, left_out: left } = communities.value!;
  return (
    <div class="legend">
      <h2>Communities</h2>
      <p class="quiet">
        The graph is too large to draw every entity. Each disc is a community, named by its best connected entities; a line tells of facts between
        two. Click a disc to unfold it.
      </p>
      <p class="quiet">
        {total.toLocaleString("en-GB")} communities{left > 0 && `, the ${left.toLocaleString("en-GB")} smallest not drawn`}.
      </p>
    </div>
  );
}

function isFiltered(): boolean {
  const { off, hidden, least } = view.value;
  return off.kinds.length + off.relations.length + off.statuses.length + hidden.length > 0 || least > 0;
}

function Kinds() {
  const hidden = new Set(view.value.hidden);
  const counts = counted(network.value.nodes.filter((node) => !hidden.has(node.id)).map((node) => node.kind));
  const hubs = [...alliances.value.values()].filter((one) => one.parties.length > 2).length;
  const rows: [string, number][] = vocabulary.value.kinds.filter((kind) => counts.has(kind)).map((kind) => [kind, counts.get(kind)!]);
  if (hubs) rows.push(["Alliance", hubs]);
  return (
    <Section title="Kinds">
      {rows.map(([kind, count]) => (
        <Entry key={kind} group="kinds" name={kind} title={kind === "Alliance" ? "Alliance of three or more" : kind} count={count}>
          <Glyph kind={kind} colour={view.value.colouring === "community" && kind !== "Alliance" ? "var(--muted)" : undefined} />
        </Entry>
      ))}
    </Section>
  );
}

function Statuses() {
  const counts = counted(network.value.edges.map((fact) => fact.status ?? "none"));
  const order = [...vocabulary.value.statuses.map((status) => status.name as string), "none"];
  return (
    <Section title="Status">
      {order
        .filter((name) => counts.has(name))
        .map((name) => (
          <Entry key={name} group="statuses" name={name} title={name === "none" ? "not stated" : name} count={counts.get(name)!}>
            <LineSample status={name === "none" ? null : name} />
          </Entry>
        ))}
    </Section>
  );
}

function Relations() {
  const counts = [...counted(network.value.edges.map((fact) => fact.predicate))].sort((one, other) => other[1] - one[1]);
  return (
    <Section title="Relations">
      {counts.map(([name, count]) => (
        <Entry key={name} group="relations" name={name} title={relationName(name)} count={count} />
      ))}
    </Section>
  );
}

function counted(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

interface Given {
  group: Group;
  name: string;
  title: string;
  count: number;
  children?: ComponentChildren;
}

function Entry({ group, name, title, count, children }: Given) {
  const off = view.value.off[group].includes(name);
  const toggle = () => {
    change(`${off ? "Show" : "Leave out"} ${title}`, ({ off: now }) => ({
      off: { ...now, [group]: off ? now[group].filter((one) => one !== name) : [...now[group], name] },
    }));
  };
  return (
    <li>
      <button type="button" role="switch" aria-checked={!off} class="entry" title={off ? "Left out; click to show" : "Shown; click to leave out"} onClick={toggle}>
        <span class="sample">{children}</span>
        <span class="words">{title}</span>
        <span class="number">{count.toLocaleString("en-GB")}</span>
      </button>
    </li>
  );
}

function LineSample({ status }: { status: string | null }) {
  const line = statusLine(status);
  return (
    <svg viewBox="0 0 26 14" width="26" height="14" aria-hidden="true" stroke={`var(--${line.token})`} stroke-opacity={line.strength} stroke-width="2">
      <path d="M1 7H25" stroke-dasharray={dashLengths(line.dash, 2).join(" ")} />
      {line.cross && <path d="M9 3l8 8M9 11l8-8" />}
    </svg>
  );
}

function Confidence() {
  const before = useRef<number | null>(null);
  const { least } = view.value;
  const moving = (value: number) => {
    before.current ??= least;
    amend({ least: value });
  };
  const settled = (value: number) => {
    if (before.current === null) return;
    amend({ least: before.current });
    before.current = null;
    change(value ? `At least ${Math.round(value * 100)} % sure` : "However sure", { least: value });
  };
  return (
    <section>
      <label class="least">
        <span>
          Least confidence <span class="number">{Math.round(least * 100)} %</span>
        </span>
        <input
          type="range"
          min="0"
          max="1"
          step="0.05"
          value={least}
          onInput={(event) => moving(Number(event.currentTarget.value))}
          onChange={(event) => settled(Number(event.currentTarget.value))}
        />
      </label>
    </section>
  );
}

const COLOURINGS: Record<Colouring, string> = { kind: "kind", community: "community" };
const SIZINGS: Record<Sizing, string> = { facts: "facts in the graph", shown: "facts shown", none: "all the same" };

function Looks() {
  return (
    <section class="looks">
      <label>
        Colour by
        <select value={view.value.colouring} onChange={(event) => change("Colour otherwise", { colouring: event.currentTarget.value as Colouring })}>
          {options(COLOURINGS)}
        </select>
      </label>
      <label>
        Size by
        <select value={view.value.sizing} onChange={(event) => change("Size otherwise", { sizing: event.currentTarget.value as Sizing })}>
          {options(SIZINGS)}
        </select>
      </label>
    </section>
  );
}

function options(words: Record<string, string>) {
  return Object.entries(words).map(([value, title]) => (
    <option key={value} value={value}>
      {title}
    </option>
  ));
}
