// What a claim should say instead. Only what was changed is sent.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Dialog } from "../components/dialog";
import { complain } from "../state/messages";
import { relationName } from "../words";
import type { ClaimForm, KeyedEnd, ReviewItem } from "./answers";
import { type Draft, type DraftEnd, changesOf, draftOf } from "./draft";
import { claimForm, edit } from "./queue";
import { Sentence } from "./sentence";

/** The choice of an end that no entity of the document is. */
const NEW = "";

export function EditDialog({ item, onClose }: { item: ReviewItem; onClose: () => void }) {
  const form = useSignal<ClaimForm | null>(null);
  useEffect(() => {
    claimForm(item.id)
      .then((found) => (form.value = found))
      .catch((error) => {
        complain(error);
        onClose();
      });
  }, [item.id]);
  return (
    <Dialog title="Edit the claim" onClose={onClose}>
      <Sentence item={item} />
      {form.value ? <Fields item={item} form={form.value} onClose={onClose} /> : <p class="quiet">Reading …</p>}
    </Dialog>
  );
}

function Fields({ item, form, onClose }: { item: ReviewItem; form: ClaimForm; onClose: () => void }) {
  const draft = useSignal<Draft>(draftOf(form.claim));
  const reason = useSignal("");
  const set = (change: Partial<Draft>) => (draft.value = { ...draft.value, ...change });
  const now = draft.value;
  const changes = changesOf(form.claim, now);
  const changed = Object.keys(changes).length > 0;
  const relation = form.relations.find((one) => one.name === now.predicate);
  const ends = withOwn(form);
  return (
    <form
      class="edit"
      onSubmit={async (event) => {
        event.preventDefault();
        if (changed && (await edit(item, reason.value ? { ...changes, reason: reason.value } : changes))) onClose();
      }}
    >
      <EndField title="Subject" end={now.subject} ends={ends} kinds={form.kinds} onEnd={(subject) => set({ subject })} />
      <label class="field">
        Relation
        <select value={now.predicate} onChange={(event) => set({ predicate: event.currentTarget.value })}>
          <RelationOptions title="Fit these two" form={form} fits />
          <RelationOptions title="Others" form={form} fits={false} />
        </select>
      </label>
      <button type="button" class="turn" onClick={() => set({ subject: now.object, object: now.subject })}>
        Exchange subject and object
      </button>
      <EndField title="Object" end={now.object} ends={ends} kinds={form.kinds} onEnd={(object) => set({ object })} />
      <label class="field">
        The sentence
        <select value={now.polarity} onChange={(event) => set({ polarity: event.currentTarget.value })}>
          <option value="positive">says so</option>
          <option value="negative">denies it</option>
        </select>
      </label>
      <label class="field">
        Status
        <select value={now.status} onChange={(event) => set({ status: event.currentTarget.value })}>
          <option value="">not stated</option>
          {form.statuses.map((status) => (
            <option key={status}>{status}</option>
          ))}
        </select>
      </label>
      <TextField title="Date (2020, 2020-07 or 2020-07-14)" value={now.date} onValue={(date) => set({ date })} />
      {relation?.role && <TextField title="Role" value={now.role} onValue={(role) => set({ role })} />}
      <label class="field">
        Amount
        <input type="number" min={0} step="any" value={now.amount} onInput={(event) => set({ amount: event.currentTarget.value })} />
      </label>
      <TextField title="Currency, such as USD" value={now.currency} onValue={(currency) => set({ currency })} />
      <label class="field wide">
        Reason
        <input maxLength={5000} value={reason.value} onInput={(event) => (reason.value = event.currentTarget.value)} />
      </label>
      <div class="choices wide">
        <button type="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" class="main" disabled={!changed}>
          Save and accept
        </button>
      </div>
    </form>
  );
}

function RelationOptions({ title, form, fits }: { title: string; form: ClaimForm; fits: boolean }) {
  const found = form.relations.filter((one) => one.fits === fits);
  return found.length ? (
    <optgroup label={title}>
      {found.map((one) => (
        <option key={one.name} value={one.name}>
          {relationName(one.name)}
        </option>
      ))}
    </optgroup>
  ) : null;
}

function TextField({ title, value, onValue }: { title: string; value: string; onValue: (value: string) => void }) {
  return (
    <label class="field">
      {title}
      <input value={value} onInput={(event) => onValue(event.currentTarget.value)} />
    </label>
  );
}

interface EndGiven {
  title: string;
  end: DraftEnd;
  ends: KeyedEnd[];
  kinds: string[];
  onEnd: (end: DraftEnd) => void;
}

function EndField({ title, end, ends, kinds, onEnd }: EndGiven) {
  return (
    <fieldset class="end">
      <label class="field">
        {title}
        <select value={end.key} onChange={(event) => onEnd({ ...end, key: event.currentTarget.value })}>
          {ends.map((one) => (
            <option key={one.key} value={one.key}>
              {one.name} ({one.kind})
            </option>
          ))}
          <option value={NEW}>Another name that stands in the text …</option>
        </select>
      </label>
      {end.key === NEW && (
        <div class="pair">
          <label class="field">
            {title}, as written
            <input required value={end.name} onInput={(event) => onEnd({ ...end, name: event.currentTarget.value })} />
          </label>
          <label class="field">
            It is
            <select value={end.kind} onChange={(event) => onEnd({ ...end, kind: event.currentTarget.value })}>
              {kinds.map((kind) => (
                <option key={kind}>{kind}</option>
              ))}
            </select>
          </label>
        </div>
      )}
    </fieldset>
  );
}

/** The names of the document, and the ends of the claim, which it may name otherwise. */
function withOwn({ claim, names }: ClaimForm): KeyedEnd[] {
  const keys = new Set(names.map((name) => name.key));
  return [...[claim.subject, claim.object].filter((end) => !keys.has(end.key)), ...names];
}
