// A claim as an analyst checks it: the sentence, whence it comes, how it is rated, and what to do with it.

import { post } from "../api";
import { Name } from "../components/name";
import { abilities } from "../hosts/abilities";
import { readAuthor, signed } from "../judge/author";
import type { Claim } from "../records";
import { look } from "../state/changes";
import { complain, say } from "../state/messages";
import { amountWords, dateWords } from "../words";
import { copyText } from "./clipboard";
import { DocumentName } from "./names";
import { openDocument } from "./reading";
import { Sentence } from "./sentence";
import { citation, claimWords, credibilityWords, denies, likelihoodWords, percent, reliabilityWords } from "./wording";

type Verdict = "accepted" | "rejected" | "unreviewed";
const DONE = { accepted: "Accepted.", rejected: "Rejected.", unreviewed: "The decision is taken back." };

/** A claim, of which it may not be told how credible it is. */
export type Told = Omit<Claim, "credibility"> & { credibility?: number | null };

export function ClaimCard({ claim }: { claim: Told }) {
  const reviewed = claim.reviewed_by ? ` by ${claim.reviewed_by}` : "";
  return (
    <article class={denies(claim) ? "card denies" : "card"} aria-label={claimWords(claim)}>
      {(denies(claim) || claim.review !== "unreviewed") && (
        <p class="chips">
          {denies(claim) && <span class="chip chip-denies">Denies this</span>}
          {claim.review === "accepted" && <span class="chip chip-active">Accepted{reviewed}</span>}
          {claim.review === "rejected" && <span class="chip chip-denies">Rejected{reviewed}</span>}
        </p>
      )}
      <Sentence claim={claim} />
      <p class="from">
        <DocumentName id={claim.document} title={claim.document_title} />
        {claim.source && (
          <>
            {" · "}
            <Name text={claim.source} />
          </>
        )}
        {claim.published && ` · ${dateWords(claim.published)}`}
      </p>
      <p class="says">
        Says: <bdi>{claimWords(claim)}</bdi>
      </p>
      <p class="quiet">{ratings(claim).join(" · ")}</p>
      <p class="actions">
        {abilities.value.documents && (
          <button type="button" onClick={() => openDocument(claim.document, claim)}>
            Show in document
          </button>
        )}
        <button type="button" onClick={() => void cite(claim)}>
          Copy as citation
        </button>
        {abilities.value.review && <Verdicts claim={claim} />}
      </p>
    </article>
  );
}

function Verdicts({ claim }: { claim: Told }) {
  if (claim.review !== "unreviewed") {
    return (
      <button type="button" onClick={() => void decide(claim, "unreviewed")}>
        Take the decision back
      </button>
    );
  }
  return (
    <>
      <button type="button" onClick={() => void decide(claim, "accepted")}>
        Accept
      </button>
      <button type="button" onClick={() => void decide(claim, "rejected")}>
        Reject
      </button>
    </>
  );
}

function ratings(claim: Told): string[] {
  return [
    dateWords(claim.date),
    amountWords(claim.amount, claim.currency),
    claim.reliability ? `source ${reliabilityWords(claim.reliability)}` : "source not rated",
    informationWords(claim.credibility),
    likelihoodWords(claim.likelihood_low, claim.likelihood_high, claim.likelihood_words) ?? "",
    claim.rating_words ? `rated “${claim.rating_words}”` : "",
    `found by ${claim.engine}, ${percent(claim.confidence)} sure`,
  ].filter(Boolean);
}

function informationWords(credibility: number | null | undefined): string {
  if (credibility === undefined) return "";
  return `information ${credibilityWords(credibility)}`;
}

async function cite(claim: Told): Promise<void> {
  say((await copyText(citation(claim))) ? "The citation is copied." : "The browser keeps its clipboard closed; nothing was copied.");
}

async function decide(claim: Told, verdict: Verdict): Promise<void> {
  try {
    await readAuthor();
    await post(`claims/${encodeURIComponent(claim.id)}/decision`, signed({ verdict, seen: claim.review }));
    say(DONE[verdict]);
    await look();
  } catch (error) {
    complain(error);
  }
}
