// The periods of the histogram: years without a gap, months where the range is short.

import { get } from "../api";
import type { Page, Period, Status } from "../records";
import { countWords, dateWords } from "../words";

/** Years up to which months are shown. */
const FEW_YEARS = 3;
/** Periods beyond which empty ones are left out. */
const MOST = 150;

export const STATUSES: Status[] = ["planned", "announced", "signed", "active", "halted", "ended"];

export interface Bar {
  period: string;
  events: Partial<Record<Status, number>>;
  facts: number;
}

export async function readBars(stop: AbortSignal): Promise<Bar[]> {
  const years = dated(await get<Page<Period>>("events", { by: "year" }, stop));
  if (years.length < 2 || Number(years.at(-1)!.period) - Number(years[0]!.period) >= FEW_YEARS) return filled(years);
  return filled(dated(await get<Page<Period>>("events", { by: "month" }, stop)));
}

function dated(page: Page<Period>): Bar[] {
  return page.items.flatMap((item) => (item.period && /^\d{4}/.test(item.period) ? [{ ...item, period: item.period }] : []));
}

/** With the empty periods between; what is dated by its year alone stands before the first month of that year. */
function filled(bars: Bar[]): Bar[] {
  const known = new Map(bars.map((bar) => [bar.period, bar]));
  const monthly = bars.some((bar) => bar.period.length > 4);
  const all = monthly ? months(bars) : years(bars);
  if (all.length > MOST) return bars;
  return all
    .filter((period) => known.has(period) || !monthly || period.length > 4)
    .map((period) => known.get(period) ?? { period, events: {}, facts: 0 });
}

function years(bars: Bar[]): string[] {
  const [first, last] = ends(bars);
  return Array.from({ length: last - first + 1 }, (_, place) => String(first + place).padStart(4, "0"));
}

function months(bars: Bar[]): string[] {
  return years(bars).flatMap((year) => [year, ...Array.from({ length: 12 }, (_, place) => `${year}-${String(place + 1).padStart(2, "0")}`)]);
}

function ends(bars: Bar[]): [number, number] {
  const numbers = bars.map((bar) => Number(bar.period.slice(0, 4)));
  return [Math.min(...numbers), Math.max(...numbers)];
}

/** '2017: 2 events (1 planned, 1 signed), 3 facts begin'. */
export function barWords(bar: Bar): string {
  const told = STATUSES.filter((status) => bar.events[status]).map((status) => `${bar.events[status]} ${status}`);
  const count = STATUSES.reduce((sum, status) => sum + (bar.events[status] ?? 0), 0);
  const events = count ? `${countWords(count, "event")} (${told.join(", ")})` : "";
  const facts = bar.facts ? countWords(bar.facts, "fact begins", "facts begin") : "";
  return `${dateWords(bar.period)}: ${[events, facts].filter(Boolean).join(", ") || "nothing dated"}`;
}
