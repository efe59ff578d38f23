// The search above: Enter opens what is found, Shift+Enter adds it to the view.

import { useSignal, useSignalEffect } from "@preact/signals";
import { get } from "../api";
import { Picker } from "../components/picker";
import type { Node } from "../records";
import { revision } from "../state/changes";
import { select, show } from "../state/view";
import { vocabulary } from "../state/vocabulary";
import { openEntity } from "./acts";

interface Country {
  id: string;
  name: string;
  entities: number;
}

export function Search() {
  const kind = useSignal("");
  const country = useSignal("");
  const countries = useSignal<Country[]>([]);
  useSignalEffect(() => {
    void revision.value;
    // Without the list the search does without that filter.
    get<{ items: Country[] }>("countries").then((page) => (countries.value = page.items)).catch(() => (countries.value = []));
  });
  const pick = (node: Node, add: boolean) => {
    if (add) show([node.id], `Add ${node.name}`);
    else openEntity(node.id);
    select("entity", node.id);
  };
  return (
    <search class="search">
      <Picker
        id="search"
        label="Search"
        kind={kind.value || undefined}
        country={country.value || undefined}
        placeholder="Search: a name, misspelt if need be"
        hint="Enter opens · Shift+Enter adds to the view"
        clears
        onPick={pick}
      />
      <select aria-label="Kind" value={kind.value} onChange={(event) => (kind.value = event.currentTarget.value)}>
        <option value="">All kinds</option>
        {vocabulary.value.kinds.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      {countries.value.length > 0 && (
        <select aria-label="Based in" value={country.value} onChange={(event) => (country.value = event.currentTarget.value)}>
          <option value="">Based anywhere</option>
          {countries.value.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name.slice(0, 60)}
            </option>
          ))}
        </select>
      )}
    </search>
  );
}
