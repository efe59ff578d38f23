// A fact: what the claims add up to, how well it is supported, and the claims themselves.

import { get } from "../api";
import type { Claim, Fact, Page } from "../records";
import { select } from "../state/view";
import { amountWords, countWords, dateWords, periodWords, relationWords, statusPrefix } from "../words";
import { useAnswer, usePaged } from "./answers";
import { ClaimList } from "./claim_list";
import { Conflict } from "./conflict";
import { type Found, useFact } from "./facts";
import { EntityName } from "./names";
import { Details, StatusChip } from "./pieces";
import { reveal } from "./reveal";
import { Spot } from "./spot";
import { claimWords, denies, gradeWords, likelihoodWords, percent, statusMeaning, supportWords } from "./wording";

const PAGE = 50;

export function FactView({ id }: { id: string }) {
  const path = `edges/${encodeURIComponent(id)}/evidence`;
  const list = usePaged<Claim>(path, {}, PAGE);
  const found = useFact(id, list.answer?.[0]);
  const against = useDenials(path, list.answer ?? [], list.total);
  const claims = list.answer ?? [];
  return (
    <>
      <p class="over">Fact</p>
      {found ? <FactHead found={found} /> : claims[0] && <h2>{claimWords(claims[0])}</h2>}
      {against.length > 0 && <Conflict pro={claims.filter((claim) => !denies(claim))} contra={against} />}
      <ClaimList list={list} />
    </>
  );
}

/** The denials, which stand last, also where the pages read so far do not reach them. */
function useDenials(path: string, read: Claim[], total: number): Claim[] {
  const unread = read.length > 0 && read.length < total;
  const { answer } = useAnswer(unread ? `${path} ${total}` : null, (signal) =>
    get<Page<Claim>>(path, { limit: PAGE, offset: Math.max(0, total - PAGE) }, signal),
  );
  return ((unread ? answer?.items : read) ?? []).filter(denies);
}

function FactHead({ found: { fact, source, target } }: { found: Found }) {
  return (
    <>
      <h2>
        {statusPrefix(fact.status)}
        <EntityName id={fact.source} name={source} /> {relationWords(fact.predicate, fact.role)} <EntityName id={fact.target} name={target} />
      </h2>
      <p class="chips">
        <StatusChip status={fact.status} />
        {fact.conflict && <span class="chip chip-disputed">disputed</span>}
      </p>
      <Details rows={rows(fact)} />
      <p class="actions">
        <button type="button" onClick={() => reveal([fact.source, fact.target], `Show ${source} and ${target}`, [fact.id, fact.source, fact.target])}>
          Show in graph
        </button>
        {fact.alliance && (
          <button type="button" onClick={() => select("alliance", fact.alliance!)}>
            Open the alliance
          </button>
        )}
      </p>
    </>
  );
}

function rows(fact: Fact): [string, string | null][] {
  const [first, last] = [dateWords(fact.first_reported), dateWords(fact.last_reported)];
  return [
    ["Status", fact.status ? `${fact.status}: ${statusMeaning(fact.status)}` : "not stated"],
    ["When", periodWords(fact.valid_from, fact.valid_to)],
    ["Amount", amountWords(fact.amount, fact.currency)],
    ["Likelihood", likelihoodWords(fact.likelihood_low, fact.likelihood_high)],
    ["Grade", gradeWords(fact.grade)],
    ["Support", supportWords(fact)],
    ["Extraction", `${percent(fact.confidence)} sure`],
    ["Reported", first === last ? first : `first ${first}, last ${last}`],
  ];
}

/** One line per fact in a list: a plan or a halt never reads as plain. */
export function FactRow({ fact, source, target }: Found) {
  const when = periodWords(fact.valid_from, fact.valid_to);
  return (
    <li>
      <Spot className="link" onPress={() => select("fact", fact.id)}>
        <span class={`state state-${fact.status ?? "none"}`}>{statusPrefix(fact.status)}</span>
        <bdi>{source}</bdi> <span class="rel">{relationWords(fact.predicate, fact.role)}</span> <bdi>{target}</bdi>
        <span class="quiet">
          {[when, fact.grade, countWords(fact.claims, "claim"), fact.conflict ? "disputed" : ""].filter(Boolean).join(" · ")}
        </span>
      </Spot>
    </li>
  );
}
