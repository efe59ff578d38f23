// Files may be dropped anywhere on the page; while they hover over it, it says so.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { complain } from "../state/messages";
import { panel } from "../state/view";
import { addFiles } from "./additions";
import "./add.css";
import { droppedFiles } from "./files";

export function DropZone() {
  const over = useSignal(false);
  useEffect(() => {
    const hover = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      // Without this the browser would leave the page to show the file.
      event.preventDefault();
      over.value = true;
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) over.value = false;
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      over.value = false;
      panel.value = "add";
      droppedFiles(event.dataTransfer).then(addFiles).catch(complain);
    };
    window.addEventListener("dragover", hover);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", hover);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return (
    <div class="drop-zone" hidden={!over.value} aria-hidden="true">
      <p>Drop files or folders to add them to the graph</p>
    </div>
  );
}
