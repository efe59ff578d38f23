// What the pointer is on, in words.

import { Name } from "../components/name";
import { alliances, facts, nodes } from "../state/network";
import { countWords, factWords, statusPrefix } from "../words";
import { pointed } from "./drawing";
import { allianceOf } from "./ids";
import { scene } from "./scene";

const MOST = 160;

export function Tip() {
  const now = pointed.value;
  if (!now) return null;
  const words = wordsOf(now.hit.what, now.hit.id);
  if (!words) return null;
  return (
    <div class="tip" style={{ left: `${now.at.x + 14}px`, top: `${now.at.y + 14}px` }}>
      <Name text={words[0].length > MOST ? words[0].slice(0, MOST) + "…" : words[0]} />
      {words[1] && <span class="quiet">{words[1]}</span>}
    </div>
  );
}

function wordsOf(what: "node" | "edge", id: string): [string, string] | null {
  return what === "node" ? nodeWords(id) : edgeWords(id);
}

function nodeWords(id: string): [string, string] | null {
  const node = nodes.value.get(id);
  if (node) return [node.name, `${node.kind}, ${countWords(node.facts, "fact")} in the graph`];
  if (alliances.value.has(id)) return allianceWords(id);
  const community = scene.value.nodes.find((one) => one.id === id);
  return community ? [community.label, "A community; click to unfold it"] : null;
}

function allianceWords(id: string): [string, string] | null {
  const alliance = alliances.value.get(id);
  return alliance ? [statusPrefix(alliance.status) + alliance.title, `Alliance of ${alliance.parties.length}, ${countWords(alliance.claims, "claim")}`] : null;
}

function edgeWords(id: string): [string, string] | null {
  const fact = facts.value.get(id);
  if (!fact) return allianceWords(allianceOf(id));
  const name = (end: string) => nodes.value.get(end)?.name ?? end;
  const conflict = fact.conflict ? ", sources disagree" : "";
  return [factWords(fact, name(fact.source), name(fact.target)), `${fact.status ?? "status not stated"}, ${countWords(fact.claims, "claim")}${conflict}`];
}
