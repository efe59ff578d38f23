// Claims as cards, page by page.

import type { Claim } from "../records";
import { countWords } from "../words";
import type { Paged } from "./answers";
import { ClaimCard } from "./claim_card";
import { ListEnd } from "./pieces";

export function ClaimList({ list, title = "Claims" }: { list: Paged<Claim>; title?: string }) {
  return (
    <section aria-label={title}>
      <h3>
        {title} {list.answer && <span class="quiet">{countWords(list.total, "claim")}</span>}
      </h3>
      {list.answer?.map((claim) => <ClaimCard key={claim.id} claim={claim} />)}
      <ListEnd list={list} none="No claim speaks of it." more="claims" />
    </section>
  );
}
