// The address that opens what is seen now.

import { useRef } from "preact/hooks";
import { linkOf } from "../state/address";
import { say } from "../state/messages";

export function Link() {
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(linkOf());
      say("The link is copied. It opens for whoever may use this server.");
    } catch {
      say("The browser does not let the page copy: the link is selected, copy it with Ctrl C.");
    }
  };
  return (
    <section class="link-of" aria-label="Link">
      <h3>Link to this view</h3>
      <div class="line">
        <input ref={field} aria-label="Link to this view" readOnly value={linkOf()} />
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>
      </div>
    </section>
  );
}
