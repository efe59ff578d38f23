// The page that stands alone: one file with its part of the graph inside, as `allygraph view` writes it.

import { render } from "preact";
import { answerBy } from "../api";
import "../page.css";
import { ExplorerPage } from "../page";
import { EvidencePanel } from "../panels/evidence";
import { listenToKeys } from "../stage/keys";
import { followPlaces } from "../stage/places";
import { followAddress } from "../state/address";
import { follow } from "../state/network";
import { amend } from "../state/view";
import { vocabulary } from "../state/vocabulary";
import { abilities } from "./abilities";
import { embeddedAnswers, type Embedded } from "./embedded";

const data = JSON.parse(document.getElementById("data")!.textContent!) as Embedded;
answerBy(embeddedAnswers(data));
abilities.value = { documents: false, review: false, communities: false };
vocabulary.value = data.vocabulary;
amend({ entities: null });
// In a frame of a notebook there is no address to be kept.
if (location.protocol !== "about:") followAddress();
followPlaces();
follow();
listenToKeys();
render(
  <ExplorerPage heading={data.title} panels={[{ name: "evidence", title: "Evidence", component: EvidencePanel }]} />,
  document.getElementById("page")!,
);
