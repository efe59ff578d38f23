// Short messages at the foot of the page, read out by screen readers.

import { signal } from "@preact/signals";
import { Problem } from "../api";

/** Something that can be done about a message, such as undoing what it says. */
export interface Action {
  title: string;
  run: () => void;
}

export interface Message {
  id: number;
  text: string;
  remedy?: string;
  action?: Action;
  bad: boolean;
}

export const messages = signal<Message[]>([]);
let last = 0;

export function say(text: string, action?: Action): void {
  add({ id: ++last, text, action, bad: false }, action ? 15000 : 5000);
}

/** Says what went wrong; what was only interrupted is not said. */
export function complain(error: unknown): void {
  if (error instanceof DOMException && error.name === "AbortError") return;
  const text = error instanceof Error ? error.message : String(error);
  add({ id: ++last, text, remedy: error instanceof Problem ? error.remedy : undefined, bad: true }, 12000);
}

export function dismiss(id: number): void {
  messages.value = messages.value.filter((message) => message.id !== id);
}

function add(message: Message, milliseconds: number): void {
  messages.value = [...messages.value.slice(-3), message];
  setTimeout(() => dismiss(message.id), milliseconds);
}
