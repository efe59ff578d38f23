// Names that lead to what they name.

import { Name } from "../components/name";
import { select } from "../state/view";
import { openDocument } from "./reading";
import { visit } from "./reveal";
import { Spot } from "./spot";

export function EntityName({ id, name, text = name }: { id: string; name: string; text?: string }) {
  return (
    <Spot onPress={() => visit(id, name)} title={`Show ${name}`}>
      <Name text={text} />
    </Spot>
  );
}

export function AllianceName({ id, title }: { id: string; title: string }) {
  return (
    <Spot onPress={() => select("alliance", id)}>
      <Name text={title} />
    </Spot>
  );
}

export function DocumentName({ id, title }: { id: string; title: string }) {
  return (
    <Spot onPress={() => openDocument(id)} title="Read the document">
      <Name text={title} />
    </Spot>
  );
}
