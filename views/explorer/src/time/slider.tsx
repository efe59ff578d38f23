// How much happened when, and the moment as of which the graph is shown.

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useAnswer } from "../evidence/answers";
import { amend, change, view } from "../state/view";
import { dateWords } from "../words";
import { Histogram } from "./histogram";
import { type Bar, barWords, readBars } from "./periods";
import "./time.css";

/** Milliseconds after which a moment that is not moved any more becomes a step. */
const REST = 500;
/** Milliseconds that a period is shown for while playing. */
const BEAT = 900;
const playing = signal(false);
let before: { asOf: string | null } | null = null;
let resting = 0;

/** Moves the moment; one step is taken once it rests, however far it went. */
function move(asOf: string | null): void {
  before ??= { asOf: view.value.asOf };
  amend({ asOf });
  clearTimeout(resting);
  resting = setTimeout(rest, playing.value ? 2 * BEAT : REST);
}

function rest(): void {
  clearTimeout(resting);
  if (!before) return;
  const { asOf } = view.value;
  amend({ asOf: before.asOf });
  before = null;
  if (asOf !== view.value.asOf) change(asOf ? `As of ${dateWords(asOf)}` : "All times", { asOf });
}

export function TimeSlider() {
  const { answer: bars, problem } = useAnswer("events", readBars);
  if (problem) return <p class="moment quiet">{problem}</p>;
  if (!bars) return <div class="moment" />;
  if (!bars.length) return <p class="moment quiet">Nothing in the graph has a date.</p>;
  return <Moment bars={bars} />;
}

function Moment({ bars }: { bars: Bar[] }) {
  const { asOf } = view.value;
  const place = asOf === null ? bars.length - 1 : placeOf(bars, asOf);
  const bar = bars[place]!;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  usePlaying(bars, place);
  return (
    <div class="moment" role="group" aria-label="Time">
      <div class="moment-actions">
        <button type="button" aria-pressed={asOf === null} onClick={() => (stop(), move(null), rest())}>
          All times
        </button>
        {still ? (
          <button type="button" disabled={asOf !== null && place === bars.length - 1} onClick={() => move(bars[asOf === null ? 0 : place + 1]!.period)}>
            Next period
          </button>
        ) : (
          <button type="button" onClick={() => (playing.value ? stop() : play(bars, asOf, place))}>
            {playing.value ? "Pause" : "Play"}
          </button>
        )}
      </div>
      <div class="moment-scale">
        <Histogram bars={bars} current={asOf === null ? null : place} />
        <input
          type="range"
          min={0}
          max={bars.length - 1}
          step={1}
          value={place}
          aria-label="As of"
          aria-valuetext={asOf === null ? `All times. ${barWords(bar)}` : barWords(bar)}
          onInput={(event) => move(bars[Number(event.currentTarget.value)]!.period)}
        />
      </div>
      <p class="moment-words">
        <strong>{asOf === null ? "All times" : `As of ${dateWords(asOf)}`}</strong>
        <span class="quiet">{asOf === null ? span(bars) : barWords(bar).split(": ")[1]}</span>
      </p>
    </div>
  );
}

/** The last period that had begun by the moment. */
function placeOf(bars: Bar[], asOf: string): number {
  return Math.max(0, bars.findLastIndex((bar) => bar.period <= asOf));
}

function span(bars: Bar[]): string {
  return bars.length > 1 ? `${dateWords(bars[0]!.period)} to ${dateWords(bars.at(-1)!.period)}` : "";
}

function play(bars: Bar[], asOf: string | null, place: number): void {
  playing.value = true;
  if (asOf === null || place === bars.length - 1) move(bars[0]!.period);
}

function stop(): void {
  playing.value = false;
}

/** Goes on by a period with every beat, and stops at the last one. */
function usePlaying(bars: Bar[], place: number): void {
  const going = playing.value;
  useEffect(() => {
    if (!going) return;
    const next = bars[place + 1];
    const beat = setTimeout(() => (next ? move(next.period) : stop()), BEAT);
    return () => clearTimeout(beat);
  }, [going, place, bars]);
}
