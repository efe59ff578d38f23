// A parameter of a question as a field of its form.

import { useId } from "preact/hooks";
import { Picker } from "../components/picker";
import type { Question } from "../records";

interface Given {
  parameter: Question["parameters"][number];
  value: string | boolean;
  onValue: (value: string | boolean) => void;
}

export function Field({ parameter, value, onValue }: Given) {
  const id = useId();
  const label = parameter.name.charAt(0).toUpperCase() + parameter.name.slice(1).replaceAll("_", " ");
  const help = parameter.meaning + (parameter.nullable ? " (may stay empty)" : "");
  if (parameter.type === "entity") {
    return (
      <div class="field">
        <Picker label={label} value={String(value)} placeholder="Name" onPick={(node) => onValue(node.id)} onText={(text) => onValue(text.trim())} />
        <p class="quiet">{help}</p>
      </div>
    );
  }
  if (parameter.type === "boolean") {
    return (
      <div class="field">
        <label class="tick">
          <input type="checkbox" aria-describedby={id} checked={value === true} onChange={(event) => onValue(event.currentTarget.checked)} />
          {label}
        </label>
        <p class="quiet" id={id}>
          {help}
        </p>
      </div>
    );
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        aria-describedby={`${id}-help`}
        type="text"
        inputMode={parameter.type === "integer" || parameter.type === "number" ? "decimal" : "text"}
        placeholder={parameter.type === "date" ? "2020, 2020-07 or 2020-07-14" : ""}
        value={String(value)}
        onInput={(event) => onValue(event.currentTarget.value.trim())}
      />
      <p class="quiet" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}
