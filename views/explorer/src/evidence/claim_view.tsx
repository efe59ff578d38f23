// One claim by itself.

import { get } from "../api";
import type { Claim, ClaimEnd } from "../records";
import { useAnswer } from "./answers";
import { ClaimCard, type Told } from "./claim_card";
import { Problem, Reading } from "./pieces";

type End = Omit<ClaimEnd, "id"> & { entity: string };

/** The claim as it is told for review: ends by entity, the document by title and id. */
interface Reviewed extends Omit<Claim, "subject" | "object" | "counterpart" | "credibility"> {
  subject: End;
  object: End;
  counterpart: End | null;
  document_id: string;
}

export function ClaimView({ id }: { id: string }) {
  const path = `claims/${encodeURIComponent(id)}`;
  const { answer, problem } = useAnswer(path, async (signal) => told((await get<{ claim: Reviewed }>(path, {}, signal)).claim));
  if (problem) return <Problem text={problem} />;
  if (!answer) return <Reading />;
  return (
    <>
      <p class="over">Claim</p>
      <ClaimCard claim={answer} />
    </>
  );
}

function told(claim: Reviewed): Told {
  const end = (one: End) => ({ ...one, id: one.entity });
  return {
    ...claim,
    subject: end(claim.subject),
    object: end(claim.object),
    counterpart: claim.counterpart && end(claim.counterpart),
    document: claim.document_id,
    document_title: claim.document,
  };
}
