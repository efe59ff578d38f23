import { render } from "preact";
import "./page.css";
import { ExplorerPage } from "./page";
import { PANELS } from "./panels";
import { listenToKeys } from "./stage/keys";
import { followPlaces } from "./stage/places";
import { followAddress } from "./state/address";
import { watch } from "./state/changes";
import { complain } from "./state/messages";
import { follow } from "./state/network";
import { readVocabulary } from "./state/vocabulary";

readVocabulary().catch(complain);
watch();
// The address first, so that what it shows is asked for once.
followAddress();
followPlaces();
follow();
listenToKeys();
render(<ExplorerPage heading="Allygraph" panels={PANELS} />, document.getElementById("page")!);
