// Views kept in the graph under a name, for all who use it.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Dialog } from "../components/dialog";
import { Name } from "../components/name";
import { revision } from "../state/changes";
import { dateWords } from "../words";
import { forget, keepView, openView, readViews, rename, type SavedView, savedViews } from "./views";

export function SavedViews() {
  const name = useSignal("");
  useEffect(() => void readViews(), [revision.value]);
  return (
    <section class="saved" aria-label="Saved views">
      <h3>Saved views</h3>
      <form
        class="line"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await keepView(name.value.trim())) name.value = "";
        }}
      >
        <input
          aria-label="Name of the view"
          placeholder="Name of this view"
          maxLength={200}
          value={name.value}
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
        <button type="submit" disabled={!name.value.trim()}>
          Save
        </button>
      </form>
      {savedViews.value?.length === 0 && <p class="quiet">None yet. A saved view is kept in the graph and opens for all who use it.</p>}
      <ul aria-label="Saved views">
        {savedViews.value?.map((one) => (
          <Item key={one.id} saved={one} />
        ))}
      </ul>
    </section>
  );
}

function Item({ saved }: { saved: SavedView }) {
  const asking = useSignal<"rename" | "delete" | null>(null);
  const close = () => (asking.value = null);
  return (
    <li>
      <button type="button" class="link open" onClick={() => openView(saved)}>
        <Name text={saved.name} />
      </button>
      <span class="quiet">
        <Name text={saved.author} />, {dateWords(saved.changed_at)}
      </span>
      <span class="doing">
        <button type="button" aria-label={`Rename ${saved.name}`} onClick={() => (asking.value = "rename")}>
          Rename
        </button>
        <button type="button" aria-label={`Delete ${saved.name}`} onClick={() => (asking.value = "delete")}>
          Delete
        </button>
      </span>
      {asking.value === "rename" && <RenameDialog saved={saved} onClose={close} />}
      {asking.value === "delete" && <DeleteDialog saved={saved} onClose={close} />}
    </li>
  );
}

function RenameDialog({ saved, onClose }: { saved: SavedView; onClose: () => void }) {
  return (
    <Dialog title="Rename the view" onClose={onClose}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const name = String(new FormData(event.currentTarget).get("name")).trim();
          if (name && (name === saved.name || (await rename(saved, name)))) onClose();
        }}
      >
        <label class="field">
          Name
          <input name="name" required maxLength={200} defaultValue={saved.name} autoFocus />
        </label>
        <div class="choices">
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="main">
            Rename
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function DeleteDialog({ saved, onClose }: { saved: SavedView; onClose: () => void }) {
  return (
    <Dialog title="Delete the view?" onClose={onClose}>
      <p>
        <Name text={saved.name} /> will be gone for all who use this graph. Entities and facts stay as they are.
      </p>
      <div class="choices">
        <button type="button" onClick={onClose} autoFocus>
          Keep it
        </button>
        <button type="button" class="danger" onClick={() => void forget(saved)}>
          Delete
        </button>
      </div>
    </Dialog>
  );
}
