// Who is allied with both of two organisations.

import { get } from "../api";
import { AllianceName, EntityName } from "../evidence/names";
import { reveal } from "../evidence/reveal";
import type { Status, Table } from "../records";
import { statusPrefix } from "../words";
import { asked, records } from "./asked";
import { type End, ends, Pair } from "./pair";

interface Deal {
  id: string;
  title: string;
  status: Status | null;
}
interface Partner {
  partner_id: string;
  partner: string;
  first_alliances: Deal[];
  second_alliances: Deal[];
}

const answer = asked();
let about: [End, End] = ends.peek();

export function Common() {
  const [left, right] = ends.value;
  const table = answer.table.value;
  const submit = (event: Event) => {
    event.preventDefault();
    about = [left, right];
    void answer.ask(() => get<Table>("common", { left: left.entity, right: right.entity }));
  };
  return (
    <>
      <form onSubmit={submit}>
        <Pair labels={["One", "Other"]} />
        <button type="submit" disabled={!left.entity || !right.entity}>
          Find common partners
        </button>
      </form>
      {answer.problem.value && (
        <p class="problem" role="alert">
          {answer.problem.value}
        </p>
      )}
      <p class="quiet" role="status">
        {answer.waiting.value ? "Asking …" : table && !table.rows.length && "Nobody is allied with both."}
      </p>
      {table && table.rows.length > 0 && <Partners table={table} />}
    </>
  );
}

function Partners({ table }: { table: Table }) {
  const partners = records<Partner>(table);
  const ids = [...new Set([...table.entities, ...partners.map((one) => one.partner_id)])];
  const label = `Show common partners of ${about[0].name} and ${about[1].name}`;
  return (
    <>
      <p class="actions">
        <button type="button" onClick={() => reveal(ids, label, ids)}>
          Show in graph <span class="quiet">{partners.length}</span>
        </button>
      </p>
      <ul>
        {partners.map((one) => (
          <li key={one.partner_id} class="card">
            <EntityName id={one.partner_id} name={one.partner} />
            <Deals name={about[0].name} deals={one.first_alliances} />
            <Deals name={about[1].name} deals={one.second_alliances} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Deals({ name, deals }: { name: string; deals: Deal[] }) {
  return (
    <div class="deals">
      <span class="quiet">
        with <bdi>{name}</bdi>
      </span>
      <ul>
        {deals.map((deal) => (
          <li key={deal.id}>
            {statusPrefix(deal.status)}
            <AllianceName id={deal.id} title={deal.title} />
          </li>
        ))}
      </ul>
    </div>
  );
}
