import type { MenuItemConstructorOptions } from "electron";
import type { HostArguments } from "../../shared/contract/host.ts";
import type { Message } from "../../shared/messages/arguments.ts";
import { showHiddenMarks } from "../../shared/messages/hidden-marks.ts";
import { message, printMessage, type SpokenLanguage } from "../../shared/messages/message.ts";
import { acceleratorOf } from "./accelerator.ts";

/** A menu of rows that the window has chosen, its groups with lines between them. */
export function popUpTemplate(
  groups: HostArguments<"popUpMenu">["groups"],
  choose: (id: string) => void,
): MenuItemConstructorOptions[] {
  return groups.flatMap((group, index) => [
    ...(index === 0 ? [] : [{ type: "separator" as const }]),
    ...group.map(({ id, label, key }) => {
      const accelerator = key === null ? null : acceleratorOf(key);
      return {
        id,
        label: inMenu(label),
        // A menu that is open takes no keys of the window, so all may be shown.
        ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
        click: () => choose(id),
      };
    }),
  ]);
}

/** Words of papers and names as a menu shows them: an ampersand would mark a letter. */
export function inMenu(label: string): string {
  return showHiddenMarks(label).replaceAll("&", "&&");
}

/** What was clicked, as far as the menu of text needs it (Electron's `context-menu` event). */
export type ClickedText = Readonly<{
  isEditable: boolean;
  selectionText: string;
  misspelledWord?: string;
  dictionarySuggestions?: readonly string[];
  editFlags: Readonly<{ canCut: boolean; canCopy: boolean; canPaste: boolean; canSelectAll: boolean }>;
}>;

/** What the menu of text does besides the roles of the system. */
export type TextActions = Readonly<{ replaceMisspelling: (word: string) => void; lookUp: () => void }>;

/** The most suggestions for a misspelled word. */
const maxSuggestions = 5;

/**
 * The menu of a text field, or of selected text that has no menu of its own; empty where there is nothing to do. macOS
 * has a dictionary to look words up in, and checks spelling itself.
 */
export function editTemplate(
  language: SpokenLanguage,
  clicked: ClickedText,
  platform: NodeJS.Platform,
  { replaceMisspelling, lookUp }: TextActions,
): MenuItemConstructorOptions[] {
  const { isEditable, editFlags, dictionarySuggestions = [] } = clicked;
  const say = (text: Message): string => printMessage(text, language);
  const words = clicked.selectionText.trim();
  const line: MenuItemConstructorOptions = { type: "separator" };
  const copy = { role: "copy" as const, label: say(message("menu.copy")), enabled: editFlags.canCopy };
  const look: MenuItemConstructorOptions[] =
    platform === "darwin" && words !== "" && words.length <= 60
      ? [{ label: inMenu(say(message("menu.lookUp", { words }))), click: lookUp }, line]
      : [];
  if (!isEditable) return words === "" ? [] : [...look, copy];
  const suggestions: MenuItemConstructorOptions[] = dictionarySuggestions
    .slice(0, maxSuggestions)
    .map((word) => ({ label: inMenu(word), click: () => replaceMisspelling(word) }));
  const none: MenuItemConstructorOptions = { label: say(message("menu.noSuggestions")), enabled: false };
  const spelling =
    (clicked.misspelledWord ?? "") === "" ? [] : [...(suggestions.length === 0 ? [none] : suggestions), line];
  return [
    ...spelling,
    ...look,
    { role: "cut", label: say(message("menu.cut")), enabled: editFlags.canCut },
    copy,
    { role: "paste", label: say(message("menu.paste")), enabled: editFlags.canPaste },
    line,
    { role: "selectAll", label: say(message("menu.selectAll")), enabled: editFlags.canSelectAll },
  ];
}
