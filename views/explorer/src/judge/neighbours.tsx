// The sentences before and after that of a claim, fetched when asked for.

import { useSignal } from "@preact/signals";
import { complain } from "../state/messages";
import type { ReviewClaim } from "./answers";
import { claimForm } from "./queue";

export function Neighbours({ claim }: { claim: string }) {
  const found = useSignal<ReviewClaim | null>(null);
  if (!found.value) {
    const fetchThem = async () => {
      try {
        found.value = (await claimForm(claim)).claim;
      } catch (error) {
        complain(error);
      }
    };
    return (
      <button type="button" class="link" onClick={() => void fetchThem()}>
        Sentences around it
      </button>
    );
  }
  const { before, after } = found.value;
  return (
    <div class="around" dir="auto">
      {before && <p>Before: {before}</p>}
      {after && <p>After: {after}</p>}
      {!before && !after && <p>The document has no other sentence beside it.</p>}
    </div>
  );
}
