// The view in the address, so that a link reopens it: compact JSON in base64url, behind the '#', which is never sent anywhere.

import { effect, untracked } from "@preact/signals";
import { complain } from "./messages";
import { amend, change, EMPTY, panel, select, selected, stage, view, type Selected, type View } from "./view";

const PAUSE = 250;
const STAGES = ["graph", "table", "timeline"] as const;
const SELECTABLE = ["entity", "fact", "alliance", "claim", "document"] as const;

/** What a link tells. */
interface Told {
  view: View;
  selected: Selected | null;
  panel: string;
  stage: (typeof STAGES)[number];
}

/** An address that opens what is seen now. */
export function linkOf(): string {
  return location.origin + location.pathname + written();
}

/** Opens what the address tells, then keeps the address as what is seen. */
export function followAddress(): void {
  openAddress(amend);
  window.addEventListener("hashchange", () => {
    if (location.hash !== written()) openAddress((next) => change("Open a link", next));
  });
  let timer = 0;
  effect(() => {
    const hash = written();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => history.replaceState(null, "", location.pathname + location.search + hash), PAUSE);
  });
}

function openAddress(take: (next: View) => void): void {
  const text = location.hash.slice(1);
  if (!text) return;
  try {
    const told = read(text);
    untracked(() => {
      take(told.view);
      if (told.selected) select(told.selected.what, told.selected.id);
      panel.value = told.panel;
      stage.value = told.stage;
    });
  } catch {
    complain(new Error("The link is not whole: it may have been cut off or changed on its way. Ask for it again."));
  }
}

function written(): string {
  const differing = Object.entries(view.value).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(EMPTY[name as keyof View]));
  const told = {
    ...(differing.length && { view: Object.fromEntries(differing) }),
    ...(selected.value && { selected: selected.value }),
    ...(panel.value !== "evidence" && { panel: panel.value }),
    ...(stage.value !== "graph" && { stage: stage.value }),
  };
  return Object.keys(told).length ? "#" + encode(JSON.stringify(told)) : "";
}

function read(text: string): Told {
  const told = asObject(JSON.parse(decode(text)));
  const chosen = told.selected === undefined ? null : asObject(told.selected);
  return {
    view: asView(told.view ?? {}),
    selected: chosen && { what: oneOf(chosen.what, SELECTABLE), id: asText(chosen.id) },
    panel: asText(told.panel ?? "evidence"),
    stage: oneOf(told.stage ?? "graph", STAGES),
  };
}

/** The view that a link or a saved view tells; throws TypeError for what is none. */
export function asView(told: unknown): View {
  const given = { ...EMPTY, ...asObject(told) };
  const off = asObject(given.off);
  return {
    entities: given.entities === null ? null : asTexts(given.entities),
    hidden: asTexts(given.hidden),
    pinned: Object.fromEntries(Object.entries(asObject(given.pinned)).map(([id, spot]) => [id, asSpot(spot)])),
    off: { kinds: asTexts(off.kinds), relations: asTexts(off.relations), statuses: asTexts(off.statuses) },
    least: asNumber(given.least),
    asOf: given.asOf === null ? null : asText(given.asOf),
    colouring: oneOf(given.colouring, ["kind", "community"] as const),
    sizing: oneOf(given.sizing, ["facts", "shown", "none"] as const),
    marked: asTexts(given.marked),
  };
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("no object");
  return value as Record<string, unknown>;
}

function asText(value: unknown): string {
  if (typeof value !== "string") throw new TypeError("no text");
  return value;
}

function asTexts(value: unknown): string[] {
  if (!Array.isArray(value)) throw new TypeError("no list");
  return value.map(asText);
}

function asNumber(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new TypeError("no number");
  return value;
}

function asSpot(value: unknown): [number, number] {
  if (!Array.isArray(value) || value.length !== 2) throw new TypeError("no place");
  return [asNumber(value[0]), asNumber(value[1])];
}

function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word {
  const word = words.find((one) => one === value);
  if (word === undefined) throw new TypeError("no such word");
  return word;
}

function encode(text: string): string {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function decode(text: string): string {
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}
