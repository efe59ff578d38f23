// What is said for a fact and what against it, side by side.

import { Name } from "../components/name";
import type { Claim } from "../records";
import { countWords, dateWords } from "../words";
import { openDocument } from "./reading";
import { Spot } from "./spot";

const MOST = 3;

export function Conflict({ pro, contra }: { pro: Claim[]; contra: Claim[] }) {
  return (
    <section aria-label="Conflict">
      <h3>Sources disagree</h3>
      <div class="sides">
        <Side title="For" claims={pro} />
        <Side title="Against" claims={contra} />
      </div>
    </section>
  );
}

function Side({ title, claims }: { title: string; claims: Claim[] }) {
  return (
    <section aria-label={title}>
      <h4>
        {title} <span class="quiet">{countWords(claims.length, "claim")}</span>
      </h4>
      <ul>
        {claims.slice(0, MOST).map((claim) => (
          <li key={claim.id}>
            <Spot className="quote" onPress={() => openDocument(claim.document, claim)} title="Show in document">
              <q dir="auto">{claim.sentence}</q>
            </Spot>
            <p class="quiet">
              <Name text={claim.source ?? claim.document_title} />
              {[dateWords(claim.published), `${claim.reliability ?? ""}${claim.credibility ?? ""}`].filter(Boolean).map((text) => `, ${text}`)}
            </p>
          </li>
        ))}
      </ul>
      {claims.length > MOST && <p class="quiet">and {claims.length - MOST} more below</p>}
    </section>
  );
}
