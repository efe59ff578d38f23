// The life of one alliance as a bar from its first date to its last, with a sign for each event.

import type { Alliance } from "../records";
import { type Axis, datesOf, placeOf, spanOf } from "./axis";
import { Shape } from "./marks";

const MIDDLE = 12;

export function Life({ alliance, axis, asOf }: { alliance: Alliance; axis: Axis; asOf: string | null }) {
  const places = datesOf(alliance).map((date) => placeOf(axis, date));
  const [from, to] = [Math.min(...places), Math.max(...places)];
  // What is in force and has no end goes on to the edge, thinner.
  const open = !alliance.valid_to && (alliance.status === "active" || alliance.status === "signed");
  const now = asOf && spanOf(axis, asOf);
  return (
    <svg class="course" width="100%" height={2 * MIDDLE} aria-hidden="true">
      {now && <rect class="now" x={percent(now[0])} width={percent(now[1] - now[0])} height={2 * MIDDLE} />}
      {open && <line class="open" x1={percent(to)} x2="100%" y1={MIDDLE} y2={MIDDLE} />}
      <line class="bar" x1={percent(from)} x2={percent(to)} y1={MIDDLE} y2={MIDDLE} />
      {alliance.events.map(
        (event, place) =>
          event.date && (
            <svg key={place} x={percent(placeOf(axis, event.date))} y={MIDDLE} overflow="visible">
              <Shape status={event.status} />
            </svg>
          ),
      )}
    </svg>
  );
}

function percent(place: number): string {
  return `${place * 100}%`;
}
