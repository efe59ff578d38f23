// What can be done with the selected entity.

import { useSignal, useSignalEffect } from "@preact/signals";
import { get } from "../api";
import { Name } from "../components/name";
import type { Entity } from "../records";
import { complain } from "../state/messages";
import { EXPANSION, nodes } from "../state/network";
import { chosen, toggleChosen } from "../state/view";
import { relationName } from "../words";
import { collapse, expandEntity, hangingOn, hide, isPinned, moreOf, onlyThis, openEntity, selectedEntity, togglePin } from "./acts";
import { labelText } from "./labels";

export function Toolbar() {
  const id = selectedEntity();
  return id ? <Acts key={id} id={id} /> : <p class="acts quiet">Click an entity or a line for its evidence; drag an entity to pin it.</p>;
}

function Acts({ id }: { id: string }) {
  const unfolded = useSignal(false);
  const more = moreOf(id);
  const leaves = hangingOn(id).length;
  const name = nodes.value.get(id)?.name ?? id;
  return (
    <div class="acts" role="toolbar" aria-label="The selected entity">
      <strong title={name.slice(0, 300)}>
        <Name text={labelText(name)} />
      </strong>
      <span class="split">
        <button type="button" disabled={more === 0} title={`Add up to ${EXPANSION} neighbours, best connected first (E)`} onClick={() => expandEntity(id)}>
          Expand {more > 0 && <span class="more">+{more.toLocaleString("en-GB")} more</span>}
        </button>
        <button
          type="button"
          disabled={more === 0}
          aria-expanded={unfolded.value}
          aria-label="Expand by relation"
          title="Expand by relation"
          onClick={() => (unfolded.value = !unfolded.value)}
        >
          ▾
        </button>
      </span>
      <button type="button" disabled={leaves === 0} title="Take away the neighbours that hang on it alone" onClick={() => collapse(id)}>
        Collapse {leaves > 0 && <span class="more">−{leaves}</span>}
      </button>
      <button type="button" aria-pressed={isPinned(id)} title="Keep it where it stands (P)" onClick={() => togglePin(id)}>
        {isPinned(id) ? "Unpin" : "Pin"}
      </button>
      <button type="button" title="Take it out of the view (H)" onClick={() => hide(id)}>
        Hide
      </button>
      <button type="button" title="Keep only it and its neighbours that are shown" onClick={() => onlyThis(id)}>
        Only
      </button>
      <button type="button" title="Start again around it" onClick={() => openEntity(id)}>
        Open
      </button>
      <button type="button" aria-pressed={chosen.value.includes(id)} title="For chains, common partners and merging (C)" onClick={() => toggleChosen(id)}>
        {chosen.value.includes(id) ? "Chosen" : "Choose"}
      </button>
      {unfolded.value && more > 0 && <Relations id={id} onDone={() => (unfolded.value = false)} />}
    </div>
  );
}

/** Its relations, each with how many facts there are in the graph. */
function Relations({ id, onDone }: { id: string; onDone: () => void }) {
  const relations = useSignal<[string, number][] | null>(null);
  useSignalEffect(() => {
    get<Entity>("entities/" + encodeURIComponent(id))
      .then((entity) => {
        const counts = new Map<string, number>();
        for (const { relation, facts } of entity.relations) counts.set(relation, (counts.get(relation) ?? 0) + facts);
        relations.value = [...counts].sort((one, other) => other[1] - one[1]);
      })
      .catch(complain);
  });
  return (
    <ul class="relations" aria-label="Expand by relation">
      {relations.value === null && <li class="quiet">Reading…</li>}
      {relations.value?.map(([relation, facts]) => (
        <li key={relation}>
          <button
            type="button"
            onClick={() => {
              expandEntity(id, [relation]);
              onDone();
            }}
          >
            {relationName(relation)} <span class="quiet">{facts}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
