// How facts, dates and amounts read. The words are those of `allygraph/views/wording.py`.

import type { Fact } from "./records";
import { vocabulary } from "./state/vocabulary";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const SIZES: [number, string][] = [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"]];
const HOLDS = new Set(["signed", "active"]);

/** '12 September 2017', as exact as the date; what is no ISO date stays as it is. */
export function dateWords(date: string | null): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? "");
  if (!date || !match) return date ?? "";
  const month = match[2] ? MONTHS[Number(match[2]) - 1] : undefined;
  return [match[3] ? Number(match[3]) : "", month ?? "", match[1]].filter(Boolean).join(" ");
}

export function periodWords(from: string | null, to: string | null): string {
  if (from && to) return `from ${dateWords(from)} to ${dateWords(to)}`;
  if (from) return `from ${dateWords(from)}`;
  return to ? `until ${dateWords(to)}` : "";
}

/** 'USD 80 million'. */
export function amountWords(amount: number | null, currency: string | null): string {
  if (amount === null || !Number.isFinite(amount)) return "";
  const size = SIZES.find(([least]) => Math.abs(amount) >= least);
  const number = size ? amount / size[0] : amount;
  const text = number.toLocaleString("en-GB", { maximumFractionDigits: size ? 3 : 2 });
  return [currency, text, size?.[1]].filter(Boolean).join(" ");
}

export function countWords(number: number, one: string, many = one + "s"): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}

/** The relation read from subject to object: 'partners with'. */
export function relationWords(predicate: string, role: string | null = null): string {
  if (role && predicate === "HAS_ROLE") return `has the role “${role}” at`;
  return vocabulary.value.relations[predicate]?.reads ?? predicate.replaceAll("_", " ").toLowerCase();
}

/** 'Partners with', as a name for filters and headings. */
export function relationName(predicate: string): string {
  const words = predicate.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** 'Halted: ', before a fact that does not simply hold. */
export function statusPrefix(status: string | null): string {
  return status && !HOLDS.has(status) ? status.charAt(0).toUpperCase() + status.slice(1) + ": " : "";
}

/** The fact as a sentence: 'Halted: A partners with B'. A plan or a halt never reads as a plain fact. */
export function factWords(fact: Fact, subject: string, object: string): string {
  return `${statusPrefix(fact.status)}${subject} ${relationWords(fact.predicate, fact.role)} ${object}`;
}
