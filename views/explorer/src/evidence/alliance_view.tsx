// An alliance: who brings what, what comes of it, its life and the claims that speak of it.

import { get } from "../api";
import type { Alliance, Claim, StatusEvent } from "../records";
import { Shape } from "../time/marks";
import { amountWords, countWords, dateWords, periodWords } from "../words";
import { useAnswer, usePaged } from "./answers";
import { ClaimList } from "./claim_list";
import { EntityName } from "./names";
import { Details, Problem, Reading, StatusChip } from "./pieces";
import { reveal } from "./reveal";
import { gradeWords, statusMeaning } from "./wording";

export function AllianceView({ id }: { id: string }) {
  const path = `alliances/${encodeURIComponent(id)}`;
  const { answer, problem } = useAnswer(path, (signal) => get<Alliance>(path, {}, signal));
  const claims = usePaged<Claim>(`${path}/evidence`);
  if (problem) return <Problem text={problem} />;
  if (!answer) return <Reading />;
  return (
    <>
      <p class="over">Alliance · {answer.kind}</p>
      <h2>
        <bdi>{answer.title}</bdi>
      </h2>
      <p class="chips">
        <StatusChip status={answer.status} />
        {answer.conflict && <span class="chip chip-disputed">disputed</span>}
      </p>
      <Details
        rows={[
          ["Status", answer.status ? `${answer.status}: ${statusMeaning(answer.status)}` : "not stated"],
          ["When", periodWords(answer.valid_from, answer.valid_to)],
          ["Grade", gradeWords(answer.grade)],
        ]}
      />
      <p class="actions">
        <button type="button" onClick={() => showParties(answer)}>
          Show in graph
        </button>
      </p>
      <Parties alliance={answer} />
      <Life events={answer.events} />
      <ClaimList list={claims} />
    </>
  );
}

function showParties(alliance: Alliance): void {
  const ids = [...alliance.parties, ...alliance.creates].map((one) => one.id);
  reveal(ids, `Show ${alliance.title}`, ids);
}

function Parties({ alliance }: { alliance: Alliance }) {
  return (
    <section aria-label="Parties">
      <h3>Parties</h3>
      <ul class="rows">
        {alliance.parties.map((party) => (
          <li key={party.id}>
            <EntityName id={party.id} name={party.name} />
            <span class="quiet">
              {[party.role, party.contributes === null ? "" : `brings ${amountWords(party.contributes, party.currency)}`].filter(Boolean).join(", ")}
            </span>
          </li>
        ))}
      </ul>
      {alliance.creates.length > 0 && (
        <>
          <h3>Creates</h3>
          <ul class="rows">
            {alliance.creates.map((venture) => (
              <li key={venture.id}>
                <EntityName id={venture.id} name={venture.name} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Life({ events }: { events: StatusEvent[] }) {
  return (
    <section aria-label="Life">
      <h3>Life</h3>
      {!events.length && <p class="quiet">No event of its life is stated.</p>}
      <ol class="life">
        {events.map((event, place) => (
          <li key={place}>
            <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
              <Shape status={event.status} />
            </svg>
            <span>
              <strong>{event.status}</strong> {dateWords(event.date) || <span class="quiet">date not stated</span>}
              {event.by.length > 0 && (
                <>
                  {" by "}
                  <bdi>{event.by.join(", ")}</bdi>
                </>
              )}
              <span class="quiet">{countWords(event.claims, "claim")}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
