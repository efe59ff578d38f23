// Two entities that are the same become one, after a look at what that changes.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { post } from "../api";
import { Name } from "../components/name";
import { Picker } from "../components/picker";
import { revision } from "../state/changes";
import { complain } from "../state/messages";
import { nodes } from "../state/network";
import { chosen } from "../state/view";
import type { MergePreview } from "./answers";
import { merge } from "./judgements";
import { amounts, FactList, Held, Warnings } from "./preview_parts";

interface End {
  id: string;
  name: string;
}

export function Merge() {
  const left = useSignal<End | null>(firstChosen(0));
  const right = useSignal<End | null>(firstChosen(1));
  const preview = useSignal<MergePreview | null>(null);
  const cleared = useSignal(0);
  const ready = left.value && right.value && left.value.id !== right.value.id;
  const set = (end: typeof left, value: End | null) => {
    end.value = value;
    preview.value = null;
  };
  const look = async () => {
    try {
      preview.value = await post<MergePreview>("merge/preview", { left: left.value!.id, right: right.value!.id });
    } catch (error) {
      preview.value = null;
      complain(error);
    }
  };
  // What was previewed may be otherwise once anybody writes.
  useEffect(() => {
    if (preview.value) void look();
  }, [revision.value]);
  const done = () => {
    set(left, null);
    set(right, null);
    chosen.value = [];
    cleared.value += 1;
  };
  return (
    <div class="judging">
      <p class="quiet">Two entities that are the same become one: claims, facts and alliances come together. It can be undone.</p>
      <div class="pickers" key={cleared.value}>
        <Picker label="One" value={left.value?.name} onPick={(node) => set(left, node)} onText={() => set(left, null)} />
        <Picker label="The other" value={right.value?.name} onPick={(node) => set(right, node)} onText={() => set(right, null)} />
      </div>
      {left.value && left.value.id === right.value?.id && <p class="quiet">Both are the same entity already.</p>}
      <button type="button" disabled={!ready} onClick={() => void look()}>
        Preview
      </button>
      {preview.value && <Previewed preview={preview.value} onDone={done} />}
    </div>
  );
}

function Previewed({ preview, onDone }: { preview: MergePreview; onDone: () => void }) {
  const reason = useSignal("");
  const [stays, goes] = preview.stays === preview.right.id ? [preview.right, preview.left] : [preview.left, preview.right];
  const nothing = preview.warnings.some((one) => one.kind === "kept_apart");
  return (
    <form
      class="preview"
      aria-label="Preview of the merge"
      onSubmit={(event) => {
        event.preventDefault();
        void merge(preview.left.id, preview.right.id, reason.value, { words: `${goes.name} is now part of ${stays.name}.`, onDone });
      }}
    >
      <Warnings warnings={preview.warnings} />
      <p>
        <Name text={goes.name} className="strong" /> becomes part of <Name text={stays.name} className="strong" />.
      </p>
      <dl class="details">
        <dt>Moves</dt>
        <dd>{amounts(preview.claims, preview.facts, preview.alliances)}</dd>
        {preview.names.length > 0 && (
          <>
            <dt>Names</dt>
            <dd>
              {preview.names.map((name) => (
                <Name key={name} text={name} className="tag" />
              ))}
            </dd>
          </>
        )}
        <dt>Together</dt>
        <dd>
          <Held entity={preview.result} />
        </dd>
      </dl>
      <FactList title="Facts that become one" facts={preview.coincide} />
      <FactList title="Facts that vanish" facts={preview.vanish} />
      <label class="field">
        Reason
        <input maxLength={5000} value={reason.value} onInput={(event) => (reason.value = event.currentTarget.value)} />
      </label>
      <button type="submit" class="main" disabled={nothing}>
        Merge
      </button>
    </form>
  );
}

/** What the analyst has chosen in the graph. */
function firstChosen(place: number): End | null {
  const id = chosen.value[place];
  const node = id ? nodes.value.get(id) : undefined;
  return node ? { id: node.id, name: node.name } : null;
}
