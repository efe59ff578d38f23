// A bar per period: events by status, and behind them the facts that begin. The slider beside it says the same in words.

import { dateWords } from "../words";
import { type Bar, barWords, STATUSES } from "./periods";

const HEIGHT = 44;
/** Names of periods that fit below. */
const MOST_NAMES = 12;

export function Histogram({ bars, current }: { bars: Bar[]; current: number | null }) {
  const most = Math.max(1, ...bars.map(eventsOf), ...bars.map((bar) => bar.facts));
  const every = Math.ceil(bars.length / MOST_NAMES);
  return (
    <div class="histogram" aria-hidden="true">
      {bars.map((bar, place) => (
        <div key={bar.period} class={current === null || place <= current ? "period" : "period later"} title={barWords(bar)}>
          <div class="stack" style={{ height: `${HEIGHT}px` }}>
            <span class="begun" style={{ height: `${(bar.facts / most) * HEIGHT}px` }} />
            <span class="statuses">
              {STATUSES.filter((status) => bar.events[status]).map((status) => (
                <span key={status} class={`events events-${status}`} style={{ height: `${(bar.events[status]! / most) * HEIGHT}px` }} />
              ))}
            </span>
          </div>
          <span class={place % (3 * every) ? "when minor" : "when"}>{place % every === 0 ? shortly(bar.period, place) : ""}</span>
        </div>
      ))}
    </div>
  );
}

function eventsOf(bar: Bar): number {
  return STATUSES.reduce((sum, status) => sum + (bar.events[status] ?? 0), 0);
}

/** '2017'; 'Sep', with the year where it is the first or a year begins. */
function shortly(period: string, place: number): string {
  const [year, month] = period.split("-");
  if (!month) return period;
  const name = dateWords(period).slice(0, 3);
  return place === 0 || month === "01" ? `${name} ${year}` : name;
}
