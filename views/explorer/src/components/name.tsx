// A name from a document: always text, its direction of writing kept from what stands beside it.

export function Name({ text, className }: { text: string; className?: string }) {
  return <bdi class={className}>{text}</bdi>;
}
