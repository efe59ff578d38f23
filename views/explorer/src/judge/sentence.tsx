// A sentence with the two names of a claim marked in it.

import type { ReviewItem } from "./answers";

interface Piece {
  text: string;
  end?: "subject" | "object";
}

export function Sentence({ item }: { item: ReviewItem }) {
  return (
    <blockquote class="sentence" dir="auto">
      {pieces(item).map((piece, place) =>
        piece.end ? (
          <mark key={place} class={piece.end} title={piece.end === "subject" ? "Subject" : "Object"}>
            {piece.text}
          </mark>
        ) : (
          <span key={place}>{piece.text}</span>
        ),
      )}
    </blockquote>
  );
}

function pieces(item: ReviewItem): Piece[] {
  const letters = Array.from(item.sentence);
  const found: Piece[] = [];
  let at = 0;
  for (const mark of marks(item)) {
    // Names that overlap are marked once, the first of them.
    if (mark.start < at) continue;
    found.push({ text: letters.slice(at, mark.start).join("") });
    found.push({ text: letters.slice(mark.start, mark.stop).join(""), end: mark.end });
    at = mark.stop;
  }
  found.push({ text: letters.slice(at).join("") });
  return found.filter((piece) => piece.text);
}

function marks(item: ReviewItem) {
  const both = [
    { end: "subject" as const, start: item.subject_start, stop: item.subject_end },
    { end: "object" as const, start: item.object_start, stop: item.object_end },
  ];
  return both
    .flatMap(({ end, start, stop }) => (start === null || stop === null ? [] : [{ end, start, stop }]))
    .sort((one, other) => one.start - other.start);
}
