// Who signs what is written: the user that runs the server, or the name given here, which this browser keeps.

import { computed, signal } from "@preact/signals";
import { get } from "../api";
import type { Health } from "../records";
import { complain } from "../state/messages";

const KEPT = "allygraph-author";
const usual = signal("");
const given = signal(kept());

export const author = computed(() => given.value || usual.value);

export async function readAuthor(): Promise<void> {
  if (usual.value) return;
  try {
    usual.value = (await get<Health>("health")).author ?? "";
  } catch (error) {
    complain(error);
  }
}

/** Another name; an empty one is again the user that runs the server. */
export function setAuthor(name: string): void {
  given.value = name.trim();
  if (given.value) localStorage.setItem(KEPT, given.value);
  else localStorage.removeItem(KEPT);
}

/** What this browser keeps; a page in a closed frame may not even ask. */
function kept(): string {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

/** What a writing route is sent, with who signs it. */
export function signed<Body extends object>(body: Body): Body & { author?: string } {
  return author.value ? { ...body, author: author.value } : body;
}
