// The colours of the drawing: the tokens of page.css, read anew when the scheme changes between light and dark.

import { computed, signal } from "@preact/signals";

const TOKENS = [
  "surface", "sunk", "ink", "muted", "rule", "accent", "mark", "warn",
  "organisation", "person", "product", "place", "alliance", "holds", "halted", "ended", "unstated",
] as const;

export type Token = (typeof TOKENS)[number];
export type Palette = Record<Token, string>;

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const scheme = signal(dark.matches);
dark.addEventListener("change", () => (scheme.value = dark.matches));

/** Every token as #rrggbb. */
export const palette = computed<Palette>(() => {
  void scheme.value;
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(TOKENS.map((token) => [token, sixDigits(style.getPropertyValue("--" + token).trim())])) as Palette;
});

/** #rrggbb, also of what the build has shortened to #rgb. */
function sixDigits(colour: string): string {
  if (/^#[0-9a-f]{3}$/i.test(colour)) return "#" + [...colour.slice(1)].map((digit) => digit + digit).join("");
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : "#808080";
}

const KINDS: Record<string, Token> = {
  Organisation: "organisation",
  Person: "person",
  Product: "product",
  Place: "place",
  Alliance: "alliance",
};

export function kindToken(kind: string): Token {
  return KINDS[kind] ?? "unstated";
}

// Ten that stay apart on white and on black, also for most who see red and green alike.
const COMMUNITIES = ["#4c78c8", "#d9822b", "#3a9e6e", "#c4527f", "#8467c0", "#a98a1f", "#2f9fb3", "#b8605a", "#6b8e3d", "#7d8aa5"];

/** The colour of a community; entities without facts are in none. */
export function communityColour(community: number, colours: Palette): string {
  return community < 0 ? colours.unstated : COMMUNITIES[community % COMMUNITIES.length]!;
}

/** Of one colour this share, the rest of the other: 1 is all of the first. Both are #rrggbb. */
export function mix(one: string, other: string, share: number): string {
  const channel = (from: number) => {
    const value = parseInt(one.slice(from, from + 2), 16) * share + parseInt(other.slice(from, from + 2), 16) * (1 - share);
    return Math.round(value).toString(16).padStart(2, "0");
  };
  return "#" + channel(1) + channel(3) + channel(5);
}
