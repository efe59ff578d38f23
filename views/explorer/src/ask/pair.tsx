// Two entities to ask about, first those that are chosen in the graph.

import { effect, signal } from "@preact/signals";
import { Picker } from "../components/picker";
import { nodes } from "../state/network";
import { chosen } from "../state/view";

export interface End {
  /** An id, or a name as typed. */
  entity: string;
  name: string;
}

export const ends = signal<[End, End]>([
  { entity: "", name: "" },
  { entity: "", name: "" },
]);

effect(() => {
  const [left, right] = chosen.value;
  if (left && right) ends.value = [named(left), named(right)];
});

function named(id: string): End {
  return { entity: id, name: nodes.peek().get(id)?.name ?? id };
}

function put(place: 0 | 1, end: End): void {
  ends.value = place ? [ends.value[0], end] : [end, ends.value[1]];
}

export function Pair({ labels }: { labels: [string, string] }) {
  const [left, right] = chosen.value;
  return (
    <>
      {([0, 1] as const).map((place) => (
        <Picker
          key={`${place} ${place ? right : left}`}
          label={labels[place]}
          value={ends.peek()[place].name}
          placeholder="Name"
          onPick={(node) => put(place, { entity: node.id, name: node.name })}
          onText={(text) => put(place, { entity: text.trim(), name: text })}
        />
      ))}
    </>
  );
}
