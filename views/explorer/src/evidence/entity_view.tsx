// An entity: its names, its facts by relation, its alliances and the claims that name it.

import { useState } from "preact/hooks";
import { get } from "../api";
import { Name } from "../components/name";
import type { Alliance, Claim, Entity, Fact } from "../records";
import { open } from "../state/network";
import { chosen, select, toggleChosen } from "../state/view";
import { complain } from "../state/messages";
import { countWords, periodWords, relationName } from "../words";
import { useAnswer, usePaged } from "./answers";
import { ClaimList } from "./claim_list";
import { FactRow } from "./fact_view";
import { ListEnd, Problem, Reading, StatusChip } from "./pieces";
import { reveal } from "./reveal";
import { Spot } from "./spot";

interface NamedFact {
  fact: Fact;
  source_name: string;
  target_name: string;
}

export function EntityView({ id }: { id: string }) {
  const path = `entities/${encodeURIComponent(id)}`;
  const { answer, problem } = useAnswer(path, (signal) => get<Entity>(path, {}, signal));
  if (problem) return <Problem text={problem} />;
  if (!answer) return <Reading />;
  return (
    <>
      <p class="over">{answer.kind}</p>
      <h2>
        <Name text={answer.name} />
      </h2>
      {answer.aliases.length > 0 && (
        <p class="quiet aliases">
          Also{" "}
          {answer.aliases.map((alias, place) => (
            <>
              {place > 0 && ", "}
              <Name key={alias} text={alias} />
            </>
          ))}
        </p>
      )}
      <p class="actions">
        <button type="button" onClick={() => reveal([id], `Show ${answer.name}`, [id])}>
          Show in graph
        </button>
        <button type="button" onClick={() => void open(id).catch(complain)}>
          Begin anew here
        </button>
        <button type="button" aria-pressed={chosen.value.includes(id)} onClick={() => toggleChosen(id)}>
          {chosen.value.includes(id) ? "Chosen" : "Choose"}
        </button>
      </p>
      <Facts key={id} entity={answer} path={path} />
      {answer.alliances > 0 && <Alliances id={id} count={answer.alliances} />}
      {answer.claims > 0 && <Claims key={id} path={path} count={answer.claims} />}
    </>
  );
}

function Facts({ entity, path }: { entity: Entity; path: string }) {
  const [relation, setRelation] = useState<string | null>(null);
  const list = usePaged<NamedFact>(`${path}/facts`, { relation: relation ?? undefined }, 100);
  const counts = new Map<string, number>();
  for (const one of entity.relations) counts.set(one.relation, (counts.get(one.relation) ?? 0) + one.facts);
  const groups = grouped(list.answer ?? []);
  return (
    <section aria-label="Facts">
      <h3>
        Facts <span class="quiet">{countWords([...counts.values()].reduce((sum, one) => sum + one, 0), "fact")}</span>
      </h3>
      {counts.size > 1 && (
        <p class="filters" role="group" aria-label="Relations">
          {[...counts].map(([name, count]) => (
            <button key={name} type="button" aria-pressed={relation === name} onClick={() => setRelation(relation === name ? null : name)}>
              {relationName(name)} <span class="quiet">{count.toLocaleString("en-GB")}</span>
            </button>
          ))}
        </p>
      )}
      {[...groups].map(([name, rows]) => (
        <section key={name} aria-label={relationName(name)}>
          <h4>
            {relationName(name)} <span class="quiet">{counts.get(name)?.toLocaleString("en-GB")}</span>
          </h4>
          <ul class="rows">
            {rows.map((row) => (
              <FactRow key={row.fact.id} fact={row.fact} source={row.source_name} target={row.target_name} />
            ))}
          </ul>
        </section>
      ))}
      <ListEnd list={list} none="No facts." more="facts" />
    </section>
  );
}

function grouped(rows: NamedFact[]): Map<string, NamedFact[]> {
  const groups = new Map<string, NamedFact[]>();
  for (const row of rows) groups.set(row.fact.predicate, [...(groups.get(row.fact.predicate) ?? []), row]);
  return groups;
}

function Alliances({ id, count }: { id: string; count: number }) {
  const list = usePaged<Alliance>("timeline", { entity: id });
  return (
    <section aria-label="Alliances">
      <h3>
        Alliances <span class="quiet">{countWords(count, "alliance")}</span>
      </h3>
      <ul class="rows">
        {list.answer?.map((one) => (
          <li key={one.id}>
            <Spot className="link" onPress={() => select("alliance", one.id)}>
              <StatusChip status={one.status} /> <bdi>{one.title}</bdi> <span class="quiet">{periodWords(one.valid_from, one.valid_to)}</span>
            </Spot>
          </li>
        ))}
      </ul>
      <ListEnd list={list} none="None." more="alliances" />
    </section>
  );
}

function Claims({ path, count }: { path: string; count: number }) {
  const [asked, setAsked] = useState(false);
  if (asked) return <ReadClaims path={path} />;
  return (
    <button type="button" class="more" onClick={() => setAsked(true)}>
      Show the claims that name it <span class="quiet">{count.toLocaleString("en-GB")}</span>
    </button>
  );
}

function ReadClaims({ path }: { path: string }) {
  return <ClaimList list={usePaged<Claim>(`${path}/evidence`)} />;
}
