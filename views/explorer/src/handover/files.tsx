// What is shown, as pictures, tables, pages, reports, and files for other programs.

import { useSignal } from "@preact/signals";
import { pngOf, svgOf } from "../stage/picture";
import { shown } from "../state/network";
import { view } from "../state/view";
import { countWords, dateWords } from "../words";
import { entitiesCsv, factsCsv } from "./tables";
import { fileName, fromServer, hand, making } from "./writing";

interface Offer {
  title: string;
  about: string;
  suffix: string;
  make: (title: string) => Blob | Promise<Blob>;
}

const CSV = "text/csv;charset=utf-8";
const GROUPS: { title: string; offers: Offer[] }[] = [
  {
    title: "Picture",
    offers: [
      { title: "PNG", about: "for slides and documents", suffix: "png", make: () => pngOf() },
      { title: "SVG", about: "sharp at any size", suffix: "svg", make: () => new Blob([svgOf()], { type: "image/svg+xml" }) },
    ],
  },
  {
    title: "Tables",
    offers: [
      { title: "Entities", about: "CSV for spreadsheets", suffix: "entities.csv", make: () => new Blob([entitiesCsv()], { type: CSV }) },
      { title: "Facts", about: "CSV for spreadsheets", suffix: "facts.csv", make: () => new Blob([factsCsv()], { type: CSV }) },
    ],
  },
  {
    title: "To read",
    offers: [
      { title: "Graph page", about: "one file, opens offline", suffix: "html", make: (title) => fromServer("page", { title }) },
      { title: "Report", about: "HTML, to read and print", suffix: "report.html", make: (title) => fromServer("report", { title, format: "html" }) },
      { title: "Report, text", about: "Markdown, to go on writing", suffix: "report.md", make: (title) => fromServer("report", { title, format: "md" }) },
    ],
  },
  {
    title: "For other programs",
    offers: [
      exported("GraphML", "Gephi, yEd, networkx", "graphml"),
      exported("GEXF", "Gephi", "gexf"),
      exported("Turtle", "RDF", "ttl"),
      exported("JSON-LD", "RDF for the web", "jsonld"),
      exported("N-Quads", "RDF with its sources", "nq"),
    ],
  },
];

export function Files() {
  const title = useSignal("Network");
  const { nodes, facts } = shown.value;
  const empty = nodes.length === 0;
  return (
    <section class="files" aria-label="Files of what is shown">
      <p class="scope">
        {empty ? (
          "Nothing is shown yet: search for an entity, or show the whole graph."
        ) : (
          <>
            <strong>
              {countWords(nodes.length, "entity", "entities")}, {countWords(facts.length, "fact")}
            </strong>
            {view.value.asOf && ` as of ${dateWords(view.value.asOf)}`}
          </>
        )}
      </p>
      <label class="field">
        Title
        <input value={title.value} maxLength={200} onInput={(event) => (title.value = event.currentTarget.value)} />
      </label>
      {GROUPS.map((group) => (
        <div key={group.title} role="group" aria-label={group.title}>
          <h3>{group.title}</h3>
          <ul class="offers">
            {group.offers.map((offer) => (
              <li key={offer.suffix}>
                <button
                  type="button"
                  disabled={empty || making.value !== null}
                  onClick={() => void hand(`${group.title}: ${offer.title}`, fileName(title.value, offer.suffix), () => offer.make(title.value.trim() || "Network"))}
                >
                  {offer.title}
                </button>
                <span class="quiet">{offer.about}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p role="status" class="quiet">
        {making.value ? `${making.value} is being made. A large network takes a while; you can go on working.` : filteredWords()}
      </p>
    </section>
  );
}

function exported(title: string, about: string, format: string): Offer {
  return { title, about, suffix: format, make: () => fromServer("export", { format }) };
}

/** The server knows which entities are shown, and not which of their facts the legend lets through. */
function filteredWords(): string {
  const { off, least } = view.value;
  return off.relations.length || off.statuses.length || least > 0
    ? "Pictures and tables hold what the legend lets through; pages, reports and the other files hold all facts among these entities."
    : "";
}
