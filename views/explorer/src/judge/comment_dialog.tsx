// A note to be kept with a claim, whatever is decided on it.

import { Dialog } from "../components/dialog";
import type { ReviewItem } from "./answers";
import { note } from "./queue";

export function CommentDialog({ item, onClose }: { item: ReviewItem; onClose: () => void }) {
  return (
    <Dialog title="Comment on the claim" onClose={onClose}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (await note(item, String(new FormData(event.currentTarget).get("text")).trim())) onClose();
        }}
      >
        <label class="field">
          Comment
          <textarea name="text" rows={4} maxLength={5000} defaultValue={item.review_reason ?? ""} autoFocus />
        </label>
        <div class="choices">
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="main">
            Keep comment
          </button>
        </div>
      </form>
    </Dialog>
  );
}
