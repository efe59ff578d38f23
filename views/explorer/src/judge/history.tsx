// All that was judged, the latest first: who, when, why, and Undo on what is in force.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { get } from "../api";
import { Name } from "../components/name";
import type { Page } from "../records";
import { revision } from "../state/changes";
import { complain } from "../state/messages";
import { dateWords, relationWords } from "../words";
import type { HistoryItem } from "./answers";
import { end } from "./judgements";

const STEP = 50;

export function History() {
  const page = useSignal<Page<HistoryItem> | null>(null);
  const limit = useSignal(STEP);
  const rules = useSignal(false);
  useEffect(() => {
    const asking = new AbortController();
    get<Page<HistoryItem>>("judgements", { by: rules.value ? "all" : "people", limit: limit.value }, asking.signal)
      .then((found) => (page.value = found))
      .catch(complain);
    return () => asking.abort();
  }, [revision.value, limit.value, rules.value]);
  const known = page.value;
  return (
    <div class="judging">
      <label class="check">
        <input type="checkbox" checked={rules.value} onChange={() => (rules.value = !rules.value)} />
        Also what rules judged by themselves
      </label>
      {known?.items.length === 0 && <p class="quiet">Nobody has judged anything yet.</p>}
      <ol class="history" aria-label="Judgements, the latest first">
        {known?.items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ol>
      {known?.more && limit.value < 1000 && (
        <button type="button" onClick={() => (limit.value = Math.min(1000, limit.value * 2))}>
          Show more
        </button>
      )}
    </div>
  );
}

function Item({ item }: { item: HistoryItem }) {
  return (
    <li class={item.in_force ? "" : "undone"}>
      <p>
        <Name text={item.author} className="strong" /> {item.what}
        {!item.in_force && <span class="quiet"> (undone)</span>}
      </p>
      <p>
        <About item={item} />
      </p>
      {item.reason && (
        <p class="quiet">
          Why: <Name text={item.reason} />
        </p>
      )}
      <p class="foot">
        <time class="quiet" dateTime={item.at}>
          {momentWords(item.at)}
        </time>
        {item.in_force && (
          <button type="button" aria-label={`Undo: ${item.what}`} onClick={() => void end([item.id], "Undone.")}>
            Undo
          </button>
        )}
      </p>
    </li>
  );
}

function About({ item }: { item: HistoryItem }) {
  if (item.claim) {
    return (
      <>
        <Name text={item.claim.subject ?? "?"} /> {relationWords(item.claim.predicate)} <Name text={item.claim.object ?? "?"} />
      </>
    );
  }
  if (!item.left || !item.right) return null;
  return (
    <>
      <Name text={item.left.name ?? "a name no longer there"} /> and <Name text={item.right.name ?? "a name no longer there"} />
    </>
  );
}

/** '21 November 2026, 02:15', in the time of this machine. */
function momentWords(at: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return at;
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${dateWords(day)}, ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
