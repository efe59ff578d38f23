// Single keys that decide, while nobody types and no window lies over the page.

import { useEffect } from "preact/hooks";

const FIELDS = "input:not([type=checkbox]), select, textarea, [contenteditable]";

/** Listens as long as the component is there. */
export function useKeys(actions: Record<string, () => void>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const action = actions[event.key.toLowerCase()];
      if (!action || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTaken()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      action();
    };
    // Before others: the drawing knows some of these keys as well.
    window.addEventListener("keydown", pressed, true);
    return () => window.removeEventListener("keydown", pressed, true);
  });
}

function isTaken(): boolean {
  const focused = document.activeElement;
  return !!document.querySelector("dialog[open]") || !!focused?.matches(FIELDS);
}
