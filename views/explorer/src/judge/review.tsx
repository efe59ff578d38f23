// The review of claims: one at a time, its sentence above all, decided by keys.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Name } from "../components/name";
import { onChange } from "../state/changes";
import { select } from "../state/view";
import { countWords, dateWords } from "../words";
import type { ReviewItem } from "./answers";
import { claimDetails, claimWords } from "./claim_words";
import { CommentDialog } from "./comment_dialog";
import { EditDialog } from "./edit_dialog";
import { useKeys } from "./keys";
import { Neighbours } from "./neighbours";
import { counts, decide, go, held, left, place, read, refresh, total, undoLatest } from "./queue";
import { ReviewFilters } from "./review_filters";
import { Sentence } from "./sentence";

export function Review() {
  const open = useSignal<"edit" | "comment" | null>(null);
  useEffect(() => onChange(() => void refresh()), []);
  const actions = {
    a: () => void decide("accepted"),
    r: () => void decide("rejected"),
    e: () => held.value && (open.value = "edit"),
    c: () => held.value && (open.value = "comment"),
    j: () => void go(1),
    k: () => void go(-1),
    u: () => void undoLatest(),
  };
  useKeys(actions);
  const item = held.value;
  const close = () => (open.value = null);
  return (
    <div class="review">
      <ReviewFilters />
      <Position />
      <div class="keys" role="group" aria-label="Decide">
        <KeyButton letter="A" title="Accept" className="good" off={!item} run={actions.a} />
        <KeyButton letter="R" title="Reject" className="bad" off={!item} run={actions.r} />
        <KeyButton letter="E" title="Edit" off={!item} run={actions.e} />
        <KeyButton letter="C" title="Comment" off={!item} run={actions.c} />
        <KeyButton letter="K" title="Previous" off={!item || place.value === 0} run={actions.k} />
        <KeyButton letter="J" title="Next" off={!item || (place.value + 1 >= total.value && !left.value)} run={actions.j} />
        <KeyButton letter="U" title="Undo" run={actions.u} />
      </div>
      {item && (
        <article class="claim" aria-label="Claim to review" key={item.id}>
          <Standing item={item} />
          <Sentence item={item} />
          <Neighbours claim={item.id} />
          <h3>{claimWords(item)}</h3>
          <Details item={item} />
        </article>
      )}
      {item && open.value === "edit" && <EditDialog item={item} onClose={close} />}
      {item && open.value === "comment" && <CommentDialog item={item} onClose={close} />}
    </div>
  );
}

function Position() {
  const known = counts.value;
  return (
    <p class="position" aria-live="polite">
      {held.value ? (
        <strong>
          {left.value ? "No longer waiting" : `${(place.value + 1).toLocaleString("en-GB")} of ${total.value.toLocaleString("en-GB")}`}
        </strong>
      ) : (
        <strong>{read.value ? "No claim waits for review here." : "Reading …"}</strong>
      )}
      {known && (
        <span class="quiet">
          {countWords(known.waiting, "claim waits", "claims wait")}, {known.accepted.toLocaleString("en-GB")} accepted,{" "}
          {known.rejected.toLocaleString("en-GB")} rejected
        </span>
      )}
    </p>
  );
}

/** What became of the claim meanwhile, and what was noted on it. */
function Standing({ item }: { item: ReviewItem }) {
  const decided = item.review !== "unreviewed";
  return (
    <>
      {(decided || left.value) && (
        <p class="standing" role="alert">
          {decided ? `Meanwhile ${item.review}` : "Meanwhile changed or withdrawn"}
          {decided && item.reviewed_by && (
            <>
              {" by "}
              <Name text={item.reviewed_by} />
            </>
          )}
          . Press Next to go on.
        </p>
      )}
      {item.review_reason && (
        <p class="note">
          Comment: <Name text={item.review_reason} />
        </p>
      )}
    </>
  );
}

function Details({ item }: { item: ReviewItem }) {
  const details = claimDetails(item);
  return (
    <dl class="details">
      {details && (
        <>
          <dt>Says</dt>
          <dd>{details}</dd>
        </>
      )}
      <dt>Sure</dt>
      <dd>
        <meter min={0} max={1} value={item.confidence} aria-hidden="true" /> {Math.round(item.confidence * 100)} %
        <span class="quiet"> found by {item.engine}</span>
      </dd>
      <dt>Document</dt>
      <dd>
        <button type="button" class="link" onClick={() => select("document", item.document.id)}>
          <Name text={item.document.title} />
        </button>
        <span class="quiet">
          {[item.source, dateWords(item.document.published), item.reliability && `reliability ${item.reliability}`]
            .filter(Boolean)
            .map((part) => " · " + part)
            .join("")}
        </span>
      </dd>
    </dl>
  );
}

interface KeyGiven {
  letter: string;
  title: string;
  className?: string;
  off?: boolean;
  run: () => void;
}

function KeyButton({ letter, title, className, off = false, run }: KeyGiven) {
  return (
    <button type="button" class={className} disabled={off} aria-keyshortcuts={letter} onClick={run}>
      {title} <kbd aria-hidden="true">{letter}</kbd>
    </button>
  );
}
