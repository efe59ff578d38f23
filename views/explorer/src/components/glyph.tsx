// The small sign of a kind, as it is drawn.

import { kindToken } from "../stage/colours";
import { kindShape, shapePath } from "../stage/shapes";

export function Glyph({ kind, colour }: { kind: string; colour?: string }) {
  return (
    <svg class="glyph" viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
      <path d={shapePath(kindShape(kind), 0, 0, 5.8)} fill={colour ?? `var(--${kindToken(kind)})`} />
    </svg>
  );
}
