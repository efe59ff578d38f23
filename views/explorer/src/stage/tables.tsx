// The drawing's twin: the same entities, facts and alliances as tables.

import { signal } from "@preact/signals";
import { Glyph } from "../components/glyph";
import { Name } from "../components/name";
import { DataTable, type Column } from "../components/table";
import type { Alliance, Fact, Node } from "../records";
import { communities, unfold } from "../state/communities";
import { nodes, shown } from "../state/network";
import { select, selected, view } from "../state/view";
import { dateWords, factWords, periodWords, relationName } from "../words";
import { StartPage } from "./start";

const sheet = signal<"entities" | "facts" | "alliances">("entities");

export function Tables() {
  if (communities.value) return <Communities />;
  if (view.value.entities?.length === 0) return <StartPage />;
  const sizes = { entities: shown.value.nodes.length, facts: shown.value.facts.length, alliances: shown.value.alliances.length };
  return (
    <div class="tables">
      <div class="tabs" role="group" aria-label="Tables">
        {(["entities", "facts", "alliances"] as const).map((name) => (
          <button key={name} type="button" aria-pressed={sheet.value === name} onClick={() => (sheet.value = name)}>
            {name.charAt(0).toUpperCase() + name.slice(1)} <span class="quiet">{sizes[name].toLocaleString("en-GB")}</span>
          </button>
        ))}
      </div>
      {sheet.value === "entities" && <Entities />}
      {sheet.value === "facts" && <Facts />}
      {sheet.value === "alliances" && <Alliances />}
    </div>
  );
}

function Entities() {
  const homes = new Map(shown.value.facts.filter((fact) => fact.predicate === "BASED_IN").map((fact) => [fact.source, nameOf(fact.target)]));
  const columns: Column<Node>[] = [
    { key: "name", title: "Name", value: (node) => node.name, cell: (node) => <Name text={node.name} /> },
    { key: "kind", title: "Kind", value: (node) => node.kind, cell: (node) => <><Glyph kind={node.kind} /> {node.kind}</> },
    { key: "facts", title: "Facts", value: (node) => node.facts, numeric: true },
    { key: "place", title: "Based in", value: (node) => homes.get(node.id) ?? null, cell: (node) => <Name text={homes.get(node.id) ?? ""} /> },
  ];
  return <DataTable caption="Entities shown" columns={columns} rows={shown.value.nodes} rowKey={idOf} onOpen={(node) => select("entity", node.id)} selectedKey={selected.value?.id} />;
}

function Facts() {
  const words = (fact: Fact) => factWords(fact, nameOf(fact.source), nameOf(fact.target));
  const columns: Column<Fact>[] = [
    { key: "words", title: "Fact", value: words, cell: (fact) => <Name text={words(fact)} /> },
    { key: "relation", title: "Relation", value: (fact) => relationName(fact.predicate) },
    { key: "status", title: "Status", value: (fact) => fact.status, cell: (fact) => (fact.status ?? "not stated") + (fact.conflict ? ", in conflict" : "") },
    { key: "since", title: "Since", value: (fact) => fact.valid_from, cell: (fact) => dateWords(fact.valid_from) },
    { key: "claims", title: "Claims", value: (fact) => fact.claims, numeric: true },
    { key: "confidence", title: "Confidence", value: (fact) => fact.confidence, cell: (fact) => percent(fact.confidence), numeric: true },
  ];
  return <DataTable caption="Facts shown" columns={columns} rows={shown.value.facts} rowKey={idOf} onOpen={(fact) => select("fact", fact.id)} selectedKey={selected.value?.id} />;
}

function Alliances() {
  const columns: Column<Alliance>[] = [
    { key: "title", title: "Alliance", value: (one) => one.title, cell: (one) => <Name text={one.title} /> },
    { key: "status", title: "Status", value: (one) => one.status, cell: (one) => one.status ?? "not stated" },
    { key: "when", title: "When", value: (one) => one.valid_from, cell: (one) => periodWords(one.valid_from, one.valid_to) },
    { key: "parties", title: "Parties", value: (one) => one.parties.length, numeric: true },
    { key: "claims", title: "Claims", value: (one) => one.claims, numeric: true },
  ];
  return <DataTable caption="Alliances shown" columns={columns} rows={shown.value.alliances} rowKey={idOf} onOpen={(one) => select("alliance", one.id)} selectedKey={selected.value?.id} />;
}

function Communities() {
  type Row = NonNullable<typeof communities.value>["items"][number];
  const columns: Column<Row>[] = [
    { key: "label", title: "Community", value: (one) => one.label, cell: (one) => <Name text={one.label} /> },
    { key: "size", title: "Entities", value: (one) => one.size, numeric: true },
  ];
  return <DataTable caption="Communities" columns={columns} rows={communities.value!.items} rowKey={(one) => String(one.id)} onOpen={(one) => void unfold(one.id)} />;
}

function idOf(row: { id: string }): string {
  return row.id;
}

function nameOf(id: string): string {
  return nodes.value.get(id)?.name ?? id;
}

function percent(share: number | null): string {
  return share === null ? "" : Math.round(share * 100) + " %";
}
