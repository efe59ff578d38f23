// Who signs, and how to change it.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Name } from "../components/name";
import { author, readAuthor, setAuthor } from "./author";

export function AuthorLine() {
  const changing = useSignal(false);
  useEffect(() => void readAuthor(), []);
  if (!changing.value) {
    return (
      <p class="quiet author">
        Signed by <Name text={author.value || "…"} />{" "}
        <button type="button" class="link" onClick={() => (changing.value = true)}>
          Change who signs
        </button>
      </p>
    );
  }
  return (
    <form
      class="author"
      onSubmit={(event) => {
        event.preventDefault();
        setAuthor(String(new FormData(event.currentTarget).get("author")));
        changing.value = false;
      }}
    >
      <label>
        Who signs
        <input name="author" maxLength={200} defaultValue={author.value} autoFocus />
      </label>
      <button type="submit">Keep</button>
    </form>
  );
}
