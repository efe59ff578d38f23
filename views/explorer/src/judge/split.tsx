// Names of an entity that are another one leave it, after a look at what goes with them.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { get, post } from "../api";
import { Name } from "../components/name";
import { Picker } from "../components/picker";
import type { Claim, Node, Page } from "../records";
import { revision } from "../state/changes";
import { complain } from "../state/messages";
import { nodes } from "../state/network";
import { chosen, selected } from "../state/view";
import { countWords } from "../words";
import type { EntityName, SplitPreview } from "./answers";
import { type Leaving, split } from "./judgements";
import { FactList, Held, Warnings } from "./preview_parts";

interface Document {
  id: string;
  title: string;
}

export function Split() {
  const entity = useSignal<{ id: string; name: string } | null>(startingWith() ?? null);
  const names = useSignal<EntityName[]>([]);
  const documents = useSignal<Document[]>([]);
  const leaving = useSignal<Leaving>({ names: [] });
  const preview = useSignal<SplitPreview | null>(null);
  const id = entity.value?.id;

  const leave = (next: Leaving) => {
    leaving.value = next;
    preview.value = null;
  };
  useEffect(() => {
    leave({ names: [] });
    names.value = documents.value = [];
  }, [id]);
  useEffect(() => {
    if (!id) return;
    // What was previewed may be otherwise once anybody writes.
    if (preview.value) void look();
    const asking = new AbortController();
    Promise.all([namesOf(id, asking.signal), documentsOf(id, asking.signal)])
      .then((found) => ([names.value, documents.value] = found))
      .catch(complain);
    return () => asking.abort();
  }, [id, revision.value]);

  const look = async () => {
    try {
      preview.value = await post<SplitPreview>("split/preview", { entity: id, ...leaving.value });
    } catch (error) {
      preview.value = null;
      complain(error);
    }
  };
  return (
    <div class="judging">
      <p class="quiet">Names that are another entity leave, with their claims. No later load joins them again; it can be undone.</p>
      <Picker label="Entity" value={entity.value?.name} onPick={(node) => (entity.value = node)} onText={() => (entity.value = null)} />
      {names.value.length > 1 && <Names names={names.value} leaving={leaving.value} onLeave={leave} />}
      {documents.value.length > 1 && <Documents documents={documents.value} or={names.value.length > 1} leaving={leaving.value} onLeave={leave} />}
      {names.value.length === 1 && documents.value.length < 2 && (
        <p class="quiet">One document calls it by one name: there is nothing to part.</p>
      )}
      <button type="button" disabled={!("document" in leaving.value) && !leaving.value.names.length} onClick={() => void look()}>
        Preview
      </button>
      {preview.value && id && <Previewed preview={preview.value} entity={id} leaving={leaving.value} onDone={() => leave({ names: [] })} />}
    </div>
  );
}

interface Choice {
  leaving: Leaving;
  onLeave: (leaving: Leaving) => void;
}

function Names({ names, leaving, onLeave }: Choice & { names: EntityName[] }) {
  const chosenNames = "names" in leaving ? leaving.names : [];
  const toggle = (name: string) =>
    onLeave({ names: chosenNames.includes(name) ? chosenNames.filter((one) => one !== name) : [...chosenNames, name] });
  return (
    <fieldset class="names">
      <legend>Names that leave</legend>
      {names.map((one) => (
        <label key={one.key}>
          <input type="checkbox" checked={chosenNames.includes(one.name)} onChange={() => toggle(one.name)} />
          <span>
            <Name text={one.name} />
            <span class="quiet">
              {" "}
              {countWords(one.claims, "claim")} in {countWords(one.documents, "document")}
              {one.spellings.length > 1 && `; also written ${one.spellings.slice(1).join(", ")}`}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The same name for two entities is parted by document. */
function Documents({ documents, or, leaving, onLeave }: Choice & { documents: Document[]; or: boolean }) {
  return (
    <label class="field">
      {or ? "Or all its names in one document" : "All its names in one document"}
      <select
        value={"document" in leaving ? leaving.document : ""}
        onChange={(event) => onLeave(event.currentTarget.value ? { document: event.currentTarget.value } : { names: [] })}
      >
        <option value="">None</option>
        {documents.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
    </label>
  );
}

async function namesOf(id: string, signal: AbortSignal): Promise<EntityName[]> {
  return (await get<Page<EntityName>>(`entities/${encodeURIComponent(id)}/names`, {}, signal)).items;
}

/** The documents whose claims name the entity, by title. */
async function documentsOf(id: string, signal: AbortSignal): Promise<Document[]> {
  const { items } = await get<Page<Claim>>(`entities/${encodeURIComponent(id)}/evidence`, { limit: 1000 }, signal);
  const titles = new Map(items.map((claim) => [claim.document, claim.document_title]));
  return [...titles].map(([document, title]) => ({ id: document, title })).sort((one, other) => one.title.localeCompare(other.title));
}

interface PreviewedGiven {
  preview: SplitPreview;
  entity: string;
  leaving: Leaving;
  onDone: () => void;
}

function Previewed({ preview, entity, leaving, onDone }: PreviewedGiven) {
  const reason = useSignal("");
  return (
    <form
      class="preview"
      aria-label="Preview of the split"
      onSubmit={(event) => {
        event.preventDefault();
        const gone = preview.leaves.map((one) => one.name).join(", ");
        void split(entity, leaving, reason.value, { words: `${gone} left ${preview.entity.name}.`, onDone });
      }}
    >
      <Warnings warnings={preview.warnings} />
      <dl class="details">
        <dt>Leaves</dt>
        <dd>
          {preview.leaves.map((one) => (
            <Held key={one.id} entity={one} />
          ))}
        </dd>
        <dt>Stays</dt>
        <dd>{preview.stays.length ? preview.stays.map((one) => <Held key={one.id} entity={one} />) : "nothing"}</dd>
        <dt>Moves</dt>
        <dd>{countWords(preview.claims, "claim")}</dd>
      </dl>
      <FactList title="Facts that go with them" facts={preview.facts} keeps />
      <label class="field">
        Reason
        <input maxLength={5000} value={reason.value} onInput={(event) => (reason.value = event.currentTarget.value)} />
      </label>
      <button type="submit" class="main">
        Split
      </button>
    </form>
  );
}

/** The entity that was chosen in the graph, or is looked at. */
function startingWith(): Node | undefined {
  const looked = selected.value?.what === "entity" ? selected.value.id : undefined;
  return nodes.value.get(chosen.value[0] ?? looked ?? "");
}
