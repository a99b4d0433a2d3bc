import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { ChosenFile, OpenedItems } from "../../shared/contract/host.ts";
import type { Message } from "../../shared/messages/arguments.ts";
import { message } from "../../shared/messages/message.ts";

/** The most bytes of a file that is opened from outside. What importers take is less. */
const maxBytes = 1024 * 1024 * 1024;

export const noItems: OpenedItems = { files: [], claims: [], messages: [] };

/** Files as the window gets them; what cannot be read becomes a message. */
export async function openFiles(names: readonly string[]): Promise<OpenedItems> {
  const [files, problems]: [ChosenFile[], Message[]] = [[], []];
  for (const name of names) {
    const read = await readChosen(name);
    if ("key" in read) problems.push(read);
    else files.push(read);
  }
  return { ...noItems, files, messages: problems.map((reason) => ({ reason, bad: true })) };
}

/** Nothing but something to say. */
export function sayItem(reason: Message, bad = true): OpenedItems {
  return { ...noItems, messages: [{ reason, bad }] };
}

async function readChosen(file: string): Promise<ChosenFile | Message> {
  const name = path.basename(file);
  try {
    const { size } = await stat(file);
    if (size > maxBytes) return message("desktop.fileTooLarge", { file: name });
    return { name, bytes: new Uint8Array(await readFile(file)) };
  } catch {
    return message("desktop.fileUnreadable", { file: name });
  }
}

/** Two lots of items as one. */
export function joinItems(items: OpenedItems, other: OpenedItems): OpenedItems {
  return {
    files: [...items.files, ...other.files],
    claims: [...items.claims, ...other.claims],
    messages: [...items.messages, ...other.messages],
  };
}
