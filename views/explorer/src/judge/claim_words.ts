// A claim in words.

import { amountWords, dateWords, relationWords, statusPrefix } from "../words";
import type { ReviewItem } from "./answers";

/** 'Halted: A partners with B'; a denial says so. */
export function claimWords(item: ReviewItem): string {
  const denied = item.polarity === "negative" ? "Denied: " : "";
  const [subject, object] = [item.subject?.name ?? "?", item.object?.name ?? "?"];
  const third = item.counterpart ? ` with ${item.counterpart.name}` : "";
  return `${denied}${statusPrefix(item.status)}${subject} ${relationWords(item.predicate, item.role)} ${object}${third}`;
}

/** What else the claim says: role, amount, date, likelihood. */
export function claimDetails(item: ReviewItem): string {
  const role = item.role && item.predicate !== "HAS_ROLE" ? `role “${item.role}”` : "";
  const status = item.status ?? "";
  return [status, dateWords(item.date), amountWords(item.amount, item.currency), role, item.likelihood_words ?? ""]
    .filter(Boolean)
    .join(" · ");
}
