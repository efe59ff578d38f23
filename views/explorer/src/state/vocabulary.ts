// The words of the graph, asked for once when the page opens.

import { signal } from "@preact/signals";
import { get } from "../api";
import type { Vocabulary } from "../records";

export const vocabulary = signal<Vocabulary>({
  kinds: [],
  relations: {},
  statuses: [],
  likelihood: [],
  reliability: {},
  credibility: {},
});

export async function readVocabulary(): Promise<void> {
  vocabulary.value = await get<Vocabulary>("vocabulary");
}
