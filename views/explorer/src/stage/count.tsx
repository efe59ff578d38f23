// How much is shown, read out when it changes.

import { communities } from "../state/communities";
import { loading, network, shown } from "../state/network";
import { chosen, view } from "../state/view";
import { countWords } from "../words";

export function Count() {
  if (view.value.entities?.length === 0) return null;
  return (
    <p class="count">
      <span role="status" aria-label="What is shown">
        {communities.value ? countWords(communities.value.items.length, "community", "communities") : shownWords()}
      </span>
      {notes().map((note) => (
        <span key={note}>{note}</span>
      ))}
      {chosen.value.length > 0 && (
        <button type="button" class="plain" onClick={() => (chosen.value = [])}>
          {countWords(chosen.value.length, "entity", "entities")} chosen ×
        </button>
      )}
      {loading.value && <span>Reading…</span>}
    </p>
  );
}

function shownWords(): string {
  const { nodes, facts, alliances } = shown.value;
  const words = `${countWords(nodes.length, "entity", "entities")}, ${countWords(facts.length, "fact")}`;
  return alliances.length ? `${words}, ${countWords(alliances.length, "alliance")}` : words;
}

function notes(): string[] {
  const { hidden } = view.value;
  const left = network.value.left_out;
  return [
    hidden.length ? `${hidden.length} hidden` : "",
    left ? `${countWords(left, "entity", "entities")} left out, the least connected` : "",
  ].filter(Boolean);
}
