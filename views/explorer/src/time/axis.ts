// Dates as places along a line, from 0 to 1.

import type { Alliance } from "../records";

export interface Axis {
  /** Years with a fraction, such as 2017.7. */
  from: number;
  to: number;
}

export interface Tick {
  at: number;
  text: string;
}

const MOST_TICKS = 10;

/** The whole years that hold every date; null without any. */
export function axisOf(alliances: readonly Alliance[]): Axis | null {
  const found = alliances.flatMap(datesOf).map(yearOf).filter(Number.isFinite);
  if (!found.length) return null;
  const [from, to] = found.reduce(([least, most], one) => [Math.min(least, one), Math.max(most, one)], [Infinity, -Infinity]);
  return { from: Math.floor(from), to: Math.floor(to) + 1 };
}

export function datesOf(alliance: Alliance): string[] {
  return [alliance.valid_from, alliance.valid_to, ...alliance.events.map((event) => event.date)].filter((date) => date !== null);
}

/** Where a date stands; one that is known by its year or month alone in the middle of it. */
export function placeOf(axis: Axis, date: string): number {
  return placeAt(axis, yearOf(date));
}

function placeAt(axis: Axis, year: number): number {
  return Math.max(0, Math.min(1, (year - axis.from) / (axis.to - axis.from)));
}

/** Where a moment begins and ends: a year, a month or a day. */
export function spanOf(axis: Axis, moment: string): [number, number] {
  const [, month, day] = moment.split("-");
  const from = yearOf(`${moment.slice(0, 4)}-${month ?? "01"}-${day ?? "01"}`);
  const length = day ? 1 / 365 : month ? 1 / 12 : 1;
  return [placeAt(axis, from), placeAt(axis, from + length)];
}

function yearOf(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  if (!month) return year! + 0.5;
  return year! + (month - 1) / 12 + (day ? day - 1 : 15) / 365;
}

/** Names of years, or of quarters where the years are few. */
export function ticks(axis: Axis): Tick[] {
  const years = axis.to - axis.from;
  if (years <= 2) {
    return Array.from({ length: years * 4 }, (_, place) => ({
      at: place / (years * 4),
      text: `${["Jan", "Apr", "Jul", "Oct"][place % 4]} ${axis.from + Math.floor(place / 4)}`,
    }));
  }
  const every = Math.ceil(years / MOST_TICKS);
  return Array.from({ length: Math.ceil(years / every) }, (_, place) => ({ at: (place * every) / years, text: String(axis.from + place * every) }));
}
