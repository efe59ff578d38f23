// The claims that wait for review, the least certain first: a stretch of the server's list, and the claim shown of it.

import { signal } from "@preact/signals";
import { Problem, get, post, type Parameters } from "../api";
import type { Page } from "../records";
import { complain, say } from "../state/messages";
import type { ClaimForm, Decision, ReviewClaim, ReviewCounts, ReviewItem } from "./answers";
import { signed } from "./author";
import { claimWords } from "./claim_words";

export interface Filters {
  relation: string;
  engine: string;
  document: string;
  /** Only claims no more certain, 0 to 1; null for all. */
  below: number | null;
}

export type Verdict = "accepted" | "rejected";

const STRETCH = 50;
/** How many claims before the one shown are fetched along, to go back to. */
const BEHIND = 10;
const DONE = { accepted: "Accepted", rejected: "Rejected" };

export const filters = signal<Filters>({ relation: "", engine: "", document: "", below: null });
export const counts = signal<ReviewCounts | null>(null);
export const total = signal(0);
/** Where in the list the claim shown stands, from 0. */
export const place = signal(0);
/** The claim shown. It stays, even where others decided it meanwhile, so that no key hits another claim. */
export const held = signal<ReviewItem | null>(null);
/** Whether the claim shown has left the list: its `review` says how, or it was changed or withdrawn. */
export const left = signal(false);
export const read = signal(false);

let stretch: ReviewItem[] = [];
let first = 0;
let busy = false;
let asked: AbortController | null = null;

/** Begins anew with other filters. */
export async function filterBy(next: Filters): Promise<void> {
  filters.value = next;
  held.value = null;
  await fetchAround(0);
  await stand(0);
}

/** Asks anew, because the graph was written to; the claim shown stays. */
export async function refresh(): Promise<void> {
  if (busy || !(await fetchAround(place.value))) return;
  if (held.value) await hold(held.value.id);
  else await stand(place.value);
}

/** Goes on to the next claim, or back. */
export async function go(step: 1 | -1): Promise<void> {
  // Where the claim shown has left the list, the next one already stands in its place.
  await stand(place.value + (left.value && step > 0 ? 0 : step));
}

export async function decide(verdict: Verdict): Promise<void> {
  const item = held.value;
  if (!item) return;
  await write(item.id, async () => {
    await post<Decision>(`claims/${encodeURIComponent(item.id)}/decision`, signed({ verdict, seen: item.review }));
    say(`${DONE[verdict]}: ${claimWords(item)}`);
    await leave(item.id);
  });
}

/** Sends what an edit changes; gives whether it was taken. */
export function edit(item: ReviewItem, changes: object): Promise<boolean> {
  return write(item.id, async () => {
    await post<Decision>(`claims/${encodeURIComponent(item.id)}/edit`, signed({ ...changes, seen: item.review }));
    say("The claim was changed and accepted.");
    await leave(item.id);
  });
}

export function note(item: ReviewItem, text: string): Promise<boolean> {
  return write(item.id, async () => {
    await post<Decision>(`claims/${encodeURIComponent(item.id)}/note`, signed({ text }));
    say(text ? "The comment is kept with the claim." : "The comment was taken away.");
    held.value = { ...item, review_reason: text || null };
  });
}

/** Takes back the author's latest decision and shows its claim. */
export async function undoLatest(): Promise<void> {
  await write(null, async () => {
    const undone = await post<Decision>("decisions/undo", signed({}));
    await fetchAround(Math.max(0, place.value - 1));
    await hold(undone.claim);
    say(held.value ? `Undone: ${claimWords(held.value)}` : "Undone.");
  });
}

export function claimForm(id: string): Promise<ClaimForm> {
  return get<ClaimForm>(`claims/${encodeURIComponent(id)}`);
}

/** One writing at a time; where the claim was decided by another window, it is shown as it is now. */
async function write(claim: string | null, run: () => Promise<void>): Promise<boolean> {
  if (busy) return false;
  busy = true;
  try {
    await run();
    void count();
    return true;
  } catch (error) {
    complain(error);
    if (claim && error instanceof Problem && (error.status === 409 || error.status === 404)) {
      await fetchAround(place.value);
      await hold(claim);
    }
    return false;
  } finally {
    busy = false;
  }
}

/** Takes a decided claim out of the list and shows the one that stands there then. */
async function leave(id: string): Promise<void> {
  const before = stretch.length;
  stretch = stretch.filter((item) => item.id !== id);
  total.value -= before - stretch.length;
  await stand(place.value);
}

async function stand(at: number): Promise<void> {
  left.value = false;
  let wanted = Math.max(0, Math.min(at, total.value - 1));
  if (!stretch[wanted - first] && total.value) {
    await fetchAround(wanted);
    wanted = Math.max(0, Math.min(wanted, total.value - 1));
  }
  place.value = wanted;
  held.value = stretch[wanted - first] ?? null;
}

/** Keeps a claim shown, as the server has it now. */
async function hold(id: string): Promise<void> {
  const index = stretch.findIndex((item) => item.id === id);
  left.value = index < 0;
  if (index >= 0) {
    place.value = first + index;
    held.value = stretch[index]!;
    return;
  }
  try {
    held.value = itemOf((await claimForm(id)).claim);
  } catch (error) {
    // Changed or withdrawn: what is shown stays, and is said to be no longer there.
    if (!(error instanceof Problem && error.status === 404)) complain(error);
  }
}

async function fetchAround(at: number): Promise<boolean> {
  asked?.abort();
  const asking = (asked = new AbortController());
  const offset = Math.max(0, at - BEHIND);
  try {
    const [page] = await Promise.all([get<Page<ReviewItem>>("review", { ...parameters(), offset, limit: STRETCH }, asking.signal), count()]);
    stretch = page.items;
    first = offset;
    total.value = page.total ?? offset + page.items.length;
    return true;
  } catch (error) {
    complain(error);
    return false;
  } finally {
    read.value = true;
  }
}

async function count(): Promise<void> {
  counts.value = await get<ReviewCounts>("review/count");
}

function parameters(): Parameters {
  const { relation, engine, document, below } = filters.value;
  return { relation, engine, document, max_confidence: below };
}

function itemOf(claim: ReviewClaim): ReviewItem {
  const [subject, object] = [placeOf(claim, claim.subject.key), placeOf(claim, claim.object.key)];
  const named = (end: ReviewClaim["subject"]) => ({ id: end.entity, name: end.name, kind: end.kind });
  return {
    ...claim,
    subject: named(claim.subject),
    subject_start: subject?.[1] ?? null,
    subject_end: subject?.[2] ?? null,
    object: named(claim.object),
    object_start: object?.[1] ?? null,
    object_end: object?.[2] ?? null,
    counterpart: claim.counterpart && named(claim.counterpart),
    document: { id: claim.document_id, title: claim.document, published: claim.published },
  };
}

function placeOf(claim: ReviewClaim, key: string) {
  return claim.names.find((name) => name[0] === key);
}
