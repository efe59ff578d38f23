// Hands what is shown on: as files, as a link, as a view kept in the graph.

import { Files } from "../handover/files";
import "../components/forms.css";
import "../handover/hand_over.css";
import { Link } from "../handover/link";
import { SavedViews } from "../handover/saved_views";

export function HandOverPanel() {
  return (
    <div class="hand-over">
      <SavedViews />
      <Link />
      <Files />
    </div>
  );
}
