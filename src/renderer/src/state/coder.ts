import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { type LibraryStore, setCoderName, useLibrary } from "./library.ts";
import { attempt, confirmChange, showMessage } from "./shell.ts";

/** What the coder who works is called. */
export function coderName({ library, server }: Pick<LibraryStore, "library" | "server">): string {
  return library.coders[server.coder]?.name ?? server.coderName;
}

/** Give the coder who works another name. */
export async function nameCoder(name: string): Promise<void> {
  const { library, server } = useLibrary.getState();
  const isKnown = Object.hasOwn(library.coders, server.coder);
  const named = await attempt(() => getWorkbench().setCoderName({ name }));
  if (named === null) return;
  setCoderName(named.name);
  const notice = texts().t("settings.profile.saved", named);
  if (isKnown) confirmChange(notice);
  else showMessage(notice);
}
