// Files made of what is shown: one at a time, and the page says which is being made.

import { signal } from "@preact/signals";
import { download } from "../api";
import { complain, say } from "../state/messages";
import { network, shown } from "../state/network";
import { view } from "../state/view";

/** The file that is being made, in words; null where none is. */
export const making = signal<string | null>(null);

/** Makes a file and has the browser keep it. */
export async function hand(what: string, name: string, make: () => Blob | Promise<Blob>): Promise<void> {
  if (making.value) return;
  making.value = what;
  try {
    keep(name, await make());
    say(`${name} is among your downloads.`);
  } catch (error) {
    complain(error);
  } finally {
    making.value = null;
  }
}

/** A file that the server makes of exactly what is shown. */
export function fromServer(path: string, more: object): Promise<Blob> {
  return download(path, { ...wanted(), ...more });
}

/** The entities shown and the day; without entities it is the whole graph. */
function wanted(): object {
  const { entities, hidden, asOf } = view.value;
  const kept = shown.value.nodes;
  const whole = entities === null && !hidden.length && kept.length === network.value.nodes.length;
  return { ...(!whole && { entities: kept.map((node) => node.id), depth: 0 }), ...(asOf && { as_of: asOf }) };
}

/** 'chinese-partners.csv', of a title in any script. */
export function fileName(title: string, suffix: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${words.join("-").slice(0, 60) || "network"}.${suffix}`;
}

function keep(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser begins to read it only after this.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
