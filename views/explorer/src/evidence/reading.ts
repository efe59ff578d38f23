// The document that lies open over the stage.

import { signal } from "@preact/signals";
import { abilities } from "../hosts/abilities";
import type { Claim } from "../records";
import { select } from "../state/view";

export interface Reading {
  document: string;
  /** The number of the passage to begin at, from 0. */
  passage: number;
  /** The claim in question. */
  claim: string | null;
}

export const reading = signal<Reading | null>(null);
let opener: Element | null = null;

export function openDocument(document: string, claim?: Pick<Claim, "id" | "passage">): void {
  if (!abilities.value.documents) {
    select("document", document);
    return;
  }
  if (!reading.value) opener = globalThis.document.activeElement;
  reading.value = { document, passage: claim?.passage ?? 0, claim: claim?.id ?? null };
}

/** Closes it, and leads back to where it was opened from. */
export function closeDocument(): void {
  reading.value = null;
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
}
