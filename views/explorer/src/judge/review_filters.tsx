// Which claims to review.

import { countWords, relationName } from "../words";
import { vocabulary } from "../state/vocabulary";
import { type Filters, filterBy, filters } from "./queue";

const LEVELS = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5];

export function ReviewFilters() {
  const now = filters.value;
  const set = (change: Partial<Filters>) => void filterBy({ ...now, ...change });
  const active = [now.relation, now.engine, now.document, now.below].filter(Boolean).length;
  return (
    <details class="filters">
      <summary>{active ? `Filtered by ${countWords(active, "rule")}` : "All claims"}</summary>
      <div class="fields">
        <label>
          Relation
          <select value={now.relation} onChange={(event) => set({ relation: event.currentTarget.value })}>
            <option value="">Any</option>
            {Object.keys(vocabulary.value.relations).map((name) => (
              <option key={name} value={name}>
                {relationName(name)}
              </option>
            ))}
          </select>
        </label>
        <label>
          Sure at most
          <select
            value={now.below ?? ""}
            onChange={(event) => set({ below: event.currentTarget.value ? Number(event.currentTarget.value) : null })}
          >
            <option value="">Any</option>
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {Math.round(level * 100)} %
              </option>
            ))}
          </select>
        </label>
        <label>
          Found by
          <input value={now.engine} placeholder="Any engine" onChange={(event) => set({ engine: event.currentTarget.value.trim() })} />
        </label>
        <label>
          Document
          <input value={now.document} placeholder="Any title or address" onChange={(event) => set({ document: event.currentTarget.value.trim() })} />
        </label>
      </div>
      {active > 0 && (
        <button type="button" class="link" onClick={() => set({ relation: "", engine: "", document: "", below: null })}>
          All claims again
        </button>
      )}
    </details>
  );
}
