// The text of a document in blocks: only those near what is seen are read and drawn, so that length does not matter.

import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { get } from "../api";
import type { DocumentOutline, DocumentPage } from "../records";
import { useAnswer } from "./answers";
import { PassageText } from "./passage_text";
import { Problem } from "./pieces";
import { reading } from "./reading";

const BLOCK = 100;
/** Pixels beyond what is seen within which blocks are drawn. */
const MARGIN = 1500;
/** Milliseconds for which a block is near before it is read: those that fly by are not asked for. */
const PAUSE = 80;
/** For the height of what was not drawn yet. */
const CHARACTERS_A_LINE = 90;
const LINE = 24;

export function Passages({ document }: { document: DocumentOutline }) {
  const frame = useRef<HTMLDivElement>(null);
  // Until the reader moves, the sentence in question stays in the middle, whatever is drawn above it.
  const held = useRef(false);
  const blocks = Math.ceil(document.passages / BLOCK);
  const target = Math.max(0, Math.min(document.passages - 1, reading.value?.passage ?? 0));
  const guess = Math.max(LINE, (document.characters / Math.max(1, blocks) / CHARACTERS_A_LINE) * LINE);
  const keep = () => held.current && centre(frame.current, Math.floor(target / BLOCK));
  const free = () => (held.current = false);
  useLayoutEffect(() => {
    held.current = !!reading.value?.claim;
    keep();
  }, [reading.value]);
  return (
    <div class="text" ref={frame} tabIndex={0} role="document" aria-label="Text" onWheel={free} onPointerDown={free} onTouchMove={free} onKeyDown={free}>
      {Array.from({ length: blocks }, (_, number) => (
        <Block key={number} document={document.id} number={number} guess={guess} frame={frame} onDrawn={keep} />
      ))}
      {!blocks && <p class="quiet">The document has no text.</p>}
    </div>
  );
}

/** Scrolls to the claim in question, or to its block where that is not drawn yet. */
function centre(frame: HTMLElement | null, block: number): void {
  const found = frame?.querySelector("[data-current]") ?? frame?.children[block];
  if (frame && found) frame.scrollTop += found.getBoundingClientRect().top - frame.getBoundingClientRect().top - frame.clientHeight / 3;
}

interface Given {
  document: string;
  number: number;
  guess: number;
  frame: RefObject<HTMLDivElement | null>;
  onDrawn: () => void;
}

function Block({ document, number, guess, frame, onDrawn }: Given) {
  const place = useRef<HTMLDivElement>(null);
  const height = useRef(guess);
  const [near, setNear] = useState(false);
  useEffect(() => {
    let timer = 0;
    const tell = (entries: IntersectionObserverEntry[]) => {
      clearTimeout(timer);
      if (entries.at(-1)!.isIntersecting) timer = setTimeout(() => setNear(true), PAUSE);
      else setNear(false);
    };
    const seen = new IntersectionObserver(tell, { root: frame.current, rootMargin: `${MARGIN}px 0px` });
    seen.observe(place.current!);
    return () => {
      clearTimeout(timer);
      seen.disconnect();
    };
  }, []);
  const { answer, problem } = useAnswer(near ? `${document} ${number}` : null, (signal) =>
    get<DocumentPage>(`documents/${encodeURIComponent(document)}`, { limit: BLOCK, offset: number * BLOCK }, signal),
  );
  const drawn = near && answer;
  useLayoutEffect(() => {
    if (!drawn) return;
    height.current = place.current!.offsetHeight;
    onDrawn();
  }, [drawn]);
  return (
    <div ref={place} style={drawn ? {} : { height: `${height.current}px` }}>
      {problem && <Problem text={problem} />}
      {drawn && answer.passages.map((passage, at) => <PassageText key={passage.index} passage={passage} before={answer.passages[at - 1]} />)}
    </div>
  );
}
