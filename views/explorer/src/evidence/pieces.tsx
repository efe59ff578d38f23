// Small things that every kind of evidence is made of.

import type { ComponentChildren } from "preact";
import type { Status } from "../records";
import type { Paged } from "./answers";
import { statusMeaning, statusWords } from "./wording";

export function StatusChip({ status }: { status: Status | null }) {
  return (
    <span class={`chip chip-${status ?? "none"}`} title={statusMeaning(status)}>
      {statusWords(status)}
    </span>
  );
}

/** Rows of what is known; those without a value are left out. */
export function Details({ rows }: { rows: [string, ComponentChildren][] }) {
  return (
    <dl class="details">
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== "" && value !== false)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What stands below a list: that it is being read, what went wrong, or the way to more of it. */
export function ListEnd({ list, none, more }: { list: Paged<unknown>; none: string; more: string }) {
  if (list.problem) return <Problem text={list.problem} />;
  if (!list.answer) return <Reading />;
  if (!list.answer.length) return <p class="quiet">{none}</p>;
  if (!list.next) return null;
  return (
    <button type="button" class="more" onClick={list.next}>
      Show more {more}
      <span class="quiet">
        {list.answer.length.toLocaleString("en-GB")} of {list.total.toLocaleString("en-GB")}
      </span>
    </button>
  );
}

export function Reading() {
  return <p class="quiet">Reading …</p>;
}

export function Problem({ text }: { text: string }) {
  return (
    <p class="problem" role="alert">
      {text}
    </p>
  );
}
