// The files of a drop or a choice, those in folders included, and which of them cannot be sent.

export const MOST_BYTES = 64 * 1024 * 1024;
/** Files of one drop: a folder of more is a matter for the command line. */
export const MOST_FILES = 500;

/** Reads what was dropped. Must be called while the drop is handled: afterwards the browser forgets it. */
export function droppedFiles(data: DataTransfer): Promise<File[]> {
  const entries = Array.from(data.items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  return entries.length ? filesOf(entries) : Promise.resolve(Array.from(data.files));
}

/** Why a file cannot be sent, in words; null where it can. */
export async function problemOf(file: File): Promise<string | null> {
  if (file.size > MOST_BYTES) return "Larger than 64 MB: load it with 'allygraph load'.";
  if (file.size === 0) return "The file is empty.";
  try {
    await file.slice(0, 1).arrayBuffer();
    return null;
  } catch {
    return "The browser cannot read it: it was moved, or you have no right to read it.";
  }
}

/** The files under these entries, in reading order; a hidden one is left out, as in 'allygraph load'. */
async function filesOf(entries: FileSystemEntry[]): Promise<File[]> {
  const found: File[] = [];
  for (const entry of entries) {
    if (found.length > MOST_FILES) break;
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory) found.push(...(await filesOf(await inFolder(entry as FileSystemDirectoryEntry))));
    else found.push(await fileOf(entry as FileSystemFileEntry));
  }
  return found;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function inFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  // The browser gives a hundred at a time, and an empty list at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return found.sort((one, other) => one.name.localeCompare(other.name));
    found.push(...some);
  }
}
