// A claim while it is edited: fields as they stand in the form, and what of them differs from the claim.

import type { ReviewClaim } from "./answers";

/** `key` of a name that the document has; where it is empty, `name` and `kind` of one that its text has. */
export interface DraftEnd {
  key: string;
  name: string;
  kind: string;
}

/** Empty fields are values that the claim does not state. */
export interface Draft {
  predicate: string;
  subject: DraftEnd;
  object: DraftEnd;
  polarity: string;
  status: string;
  date: string;
  amount: string;
  currency: string;
  role: string;
}

const PLAIN = ["predicate", "polarity", "status", "date", "currency", "role"] as const;

export function draftOf(claim: ReviewClaim): Draft {
  return {
    predicate: claim.predicate,
    subject: { key: claim.subject.key, name: "", kind: "Organisation" },
    object: { key: claim.object.key, name: "", kind: "Organisation" },
    polarity: claim.polarity,
    status: claim.status ?? "",
    date: claim.date ?? "",
    amount: claim.amount === null ? "" : String(claim.amount),
    currency: claim.currency ?? "",
    role: claim.role ?? "",
  };
}

/** What `POST claims/{id}/edit` takes: changed fields alone, null for a value taken away. */
export function changesOf(claim: ReviewClaim, draft: Draft): Record<string, unknown> {
  const before = draftOf(claim);
  const changes: Record<string, unknown> = {};
  for (const field of PLAIN) {
    if (draft[field].trim() !== before[field]) changes[field] = draft[field].trim() || null;
  }
  if (draft.amount !== before.amount) changes.amount = draft.amount ? Number(draft.amount) : null;
  for (const end of ["subject", "object"] as const) {
    const { key, name, kind } = draft[end];
    if (key !== before[end].key) changes[end] = key ? { key } : { name: name.trim(), kind };
  }
  return changes;
}
