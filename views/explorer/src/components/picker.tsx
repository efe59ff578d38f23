// A field in which an entity is found as one types; used wherever an entity has to be given.

import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { get } from "../api";
import type { Node, Page } from "../records";
import { complain } from "../state/messages";
import { countWords } from "../words";
import { Glyph } from "./glyph";
import { Name } from "./name";

interface Given {
  label: string;
  /** What stands in the field at first. */
  value?: string;
  kind?: string;
  /** Only what is based in this place. */
  country?: string;
  placeholder?: string;
  /** Stands below what was found. */
  hint?: string;
  /** Whether the field is empty again once something is picked. */
  clears?: boolean;
  id?: string;
  /** `added` where Shift was held. */
  onPick: (node: Node, added: boolean) => void;
  /** What was typed, where a name need not be one of those found. */
  onText?: (text: string) => void;
}

const PAUSE = 120;

export function Picker({ label, value = "", kind, country, placeholder, hint, clears, id: given, onPick, onText }: Given) {
  const text = useSignal(value);
  const found = useSignal<Node[]>([]);
  const open = useSignal(false);
  const active = useSignal(0);
  const own = useId();
  const id = given ?? own;
  const running = useRef<AbortController | null>(null);
  const timer = useRef<number>(0);
  /** Enter was pressed before the answer came. */
  const hasty = useRef<{ added: boolean } | null>(null);

  const search = (typed: string) => {
    text.value = typed;
    onText?.(typed);
    window.clearTimeout(timer.current);
    running.current?.abort();
    hasty.current = null;
    if (!typed.trim()) {
      found.value = [];
      open.value = false;
      return;
    }
    timer.current = window.setTimeout(() => void ask(typed), PAUSE);
  };

  const ask = async (typed: string) => {
    const asked = new AbortController();
    running.current = asked;
    try {
      const page = await get<Page<Node>>("search", { q: typed, kind, country, limit: 12 }, asked.signal);
      if (asked.signal.aborted) return;
      found.value = page.items;
      active.value = 0;
      open.value = true;
      running.current = null;
      const first = page.items[0];
      if (hasty.current && first) pick(first, hasty.current.added);
    } catch (error) {
      complain(error);
    }
  };

  const pick = (node: Node, added: boolean) => {
    hasty.current = null;
    text.value = clears ? "" : node.name;
    open.value = false;
    if (clears) document.getElementById(id)?.blur();
    onPick(node, added);
  };

  /** What comes late must not cover what one has gone on to. */
  const leave = () => {
    if (!hasty.current) {
      window.clearTimeout(timer.current);
      running.current?.abort();
    }
    window.setTimeout(() => (open.value = false), 150);
  };

  const key = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    if (event.key === "Escape") {
      if (!open.value) event.currentTarget.blur();
      open.value = false;
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      active.value = Math.max(0, Math.min(found.value.length - 1, active.value + step));
      event.preventDefault();
    } else if (event.key === "Enter" && !event.isComposing) {
      const node = open.value ? found.value[active.value] : undefined;
      if (node) {
        pick(node, event.shiftKey);
        event.preventDefault();
      } else if (text.value.trim() && !open.value) {
        hasty.current = { added: event.shiftKey };
      }
    }
  };

  return (
    <div class="picker">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={open.value}
        aria-controls={id + "-found"}
        aria-activedescendant={open.value && found.value.length ? `${id}-${active.value}` : undefined}
        placeholder={placeholder}
        value={text.value}
        onInput={(event) => search(event.currentTarget.value)}
        onKeyDown={key}
        onFocus={() => (open.value = found.value.length > 0 && text.value !== "")}
        onBlur={leave}
      />
      <div class="found" hidden={!open.value}>
        <ul id={id + "-found"} role="listbox" aria-label={`${label}: what was found`}>
          {found.value.map((node, place) => (
            <li
              key={node.id}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === active.value}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(node, event.shiftKey);
              }}
            >
              <Glyph kind={node.kind} />
              <span class="words">
                <Name text={shortened(node.name)} />
                <Alias node={node} typed={text.value} />
              </span>
              <span class="quiet">
                {node.kind} · {countWords(node.facts, "fact")}
              </span>
            </li>
          ))}
        </ul>
        {found.value.length === 0 ? <p class="quiet">Nothing is called that.</p> : hint && <p class="quiet">{hint}</p>}
      </div>
    </div>
  );
}

/** The other name that was typed, where the first name does not tell why it was found. */
function Alias({ node, typed }: { node: Node; typed: string }) {
  const part = typed.trim().toLowerCase();
  if (node.name.toLowerCase().includes(part)) return null;
  const alias = node.aliases.find((one) => one.toLowerCase().includes(part));
  return alias ? (
    <span class="quiet">
      {" "}
      also <Name text={shortened(alias)} />
    </span>
  ) : null;
}

function shortened(name: string): string {
  return name.length > 90 ? name.slice(0, 89) + "…" : name;
}
