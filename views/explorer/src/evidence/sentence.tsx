// A sentence of a document with the claim's words and the names of its ends marked.

import type { Claim } from "../records";
import { type Mark, parts, places } from "../text";

interface Marked extends Mark {
  what: "words" | "end";
}

type Said = Pick<Claim, "sentence" | "start" | "end" | "subject" | "object" | "counterpart">;
const MOST_NAMES = 12;

export function Sentence({ claim }: { claim: Said }) {
  const words: Marked = { start: claim.start, end: claim.end, what: "words" };
  return (
    <blockquote dir="auto">
      {parts(claim.sentence, [words, ...ends(claim)]).map(({ text, marks }, place) => {
        const inner = marks.some((mark) => mark.what === "end") ? <strong>{text}</strong> : text;
        return marks.includes(words) ? <mark key={place}>{inner}</mark> : <span key={place}>{inner}</span>;
      })}
    </blockquote>
  );
}

function ends(claim: Said): Marked[] {
  const names = [claim.subject, claim.object, claim.counterpart].flatMap((end) => (end ? [end.text] : []));
  return [...new Set(names)].flatMap((name) =>
    places(claim.sentence, name)
      .slice(0, MOST_NAMES)
      .map((mark): Marked => ({ ...mark, what: "end" })),
  );
}
