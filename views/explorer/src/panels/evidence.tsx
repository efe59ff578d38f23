// The evidence of what is selected.

import type { ComponentType } from "preact";
import { AllianceView } from "../evidence/alliance_view";
import { ClaimView } from "../evidence/claim_view";
import { DocumentView } from "../evidence/document_view";
import { EntityView } from "../evidence/entity_view";
import { FactView } from "../evidence/fact_view";
import { Start } from "../evidence/start";
import { goBack, trail } from "../evidence/trail";
import { type Selected, selected } from "../state/view";
import "./evidence.css";

const VIEWS: Record<Selected["what"], ComponentType<{ id: string }>> = {
  entity: EntityView,
  fact: FactView,
  alliance: AllianceView,
  claim: ClaimView,
  document: DocumentView,
};

export function EvidencePanel() {
  const { value } = selected;
  const Shown = value ? VIEWS[value.what] : null;
  return (
    <div class="evidence">
      {value && (
        <p class="way">
          <button type="button" disabled={!trail.value.length} onClick={goBack}>
            Back
          </button>
          <button type="button" onClick={() => (selected.value = null)}>
            All facts
          </button>
        </p>
      )}
      {value && Shown ? <Shown key={`${value.what} ${value.id}`} id={value.id} /> : <Start />}
    </div>
  );
}
