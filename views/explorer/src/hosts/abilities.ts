// What the page around can do: the explorer all of it, a page that stands alone only what its own data allows.

import { signal } from "@preact/signals";

export interface Abilities {
  /** Whole documents can be read. */
  documents: boolean;
  /** Claims can be accepted and rejected. */
  review: boolean;
  /** A graph too large to be drawn is shown as communities. */
  communities: boolean;
}

export const abilities = signal<Abilities>({ documents: true, review: true, communities: true });
