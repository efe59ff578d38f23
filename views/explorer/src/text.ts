// Places in text. The server counts characters (code points), JavaScript UTF-16 units; here one becomes the other.

/** A stretch of text, in characters, start included, end excluded. */
export interface Mark {
  start: number;
  end: number;
}

export interface Part<M extends Mark> {
  text: string;
  /** The marks that cover this part, in the order given. */
  marks: M[];
}

const PAIRED = /[\ud800-\udbff][\udc00-\udfff]/;

/** The text from one character to another; places outside it are cut to it. */
export function slice(text: string, start: number, end: number): string {
  return text.slice(unit(text, start), unit(text, end));
}

/** The text cut wherever a mark begins or ends; joined, the parts are the text again. */
export function parts<M extends Mark>(text: string, marks: readonly M[]): Part<M>[] {
  const count = PAIRED.test(text) ? [...text].length : text.length;
  const whole = marks.filter((mark) => mark.end > mark.start && mark.start < count && mark.end > 0);
  const cuts = new Set([0, count]);
  for (const mark of whole) {
    cuts.add(Math.max(0, mark.start));
    cuts.add(Math.min(count, mark.end));
  }
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(1).map((end, before) => {
    const start = places[before]!;
    return { text: slice(text, start, end), marks: whole.filter((mark) => mark.start < end && mark.end > start) };
  });
}

/** Where a name stands in a text as a word of its own, in characters. */
export function places(text: string, name: string): Mark[] {
  const found: Mark[] = [];
  if (!name.trim()) return found;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (!joined(text, at) && !joined(text, end)) found.push({ start: character(text, at), end: character(text, end) });
  }
  return found;
}

/** Whether letters or digits stand on both sides of a place. */
function joined(text: string, at: number): boolean {
  return /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}

function unit(text: string, place: number): number {
  if (place <= 0 || !PAIRED.test(text)) return Math.max(0, Math.min(place, text.length));
  let at = 0;
  for (let passed = 0; passed < place && at < text.length; passed += 1) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

function character(text: string, at: number): number {
  const before = text.slice(0, at);
  return PAIRED.test(before) ? [...before].length : at;
}
