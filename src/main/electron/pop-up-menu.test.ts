import { expect, test } from "vitest";
import { inEnglish } from "../../shared/messages/message.ts";
import { editTemplate, popUpTemplate } from "./pop-up-menu.ts";

test("a menu at a point has the rows that the window chose, lines between their groups, and answers with the one clicked", () => {
  const chosen: string[] = [];
  const rows = popUpTemplate(
    [
      [{ id: "code", label: "Code & link…", key: "Enter" }],
      [
        { id: "copy-quote", label: "Copy", key: "Mod-Shift-c" },
        { id: "grow", label: "Expand", key: "Mod-é" },
      ],
    ],
    (id) => chosen.push(id),
  );
  expect(rows.map(({ type, label, accelerator }) => type ?? [label, accelerator])).toEqual([
    ["Code && link…", "Enter"],
    "separator",
    ["Copy", "CmdOrCtrl+Shift+C"],
    ["Expand", undefined],
  ]);
  rows[2]?.click?.({} as never, undefined, {} as never);
  expect(chosen).toEqual(["copy-quote"]);
});

const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
const edit = ["cut", "copy", "paste", "separator", "selectAll"];

test.each([
  ["linux", { isEditable: true, selectionText: "" }, edit],
  ["linux", { isEditable: false, selectionText: "ferry" }, ["copy"]],
  ["linux", { isEditable: false, selectionText: " " }, []],
  ["darwin", { isEditable: false, selectionText: "ferry" }, ["Look up “ferry”", "separator", "copy"]],
  ["darwin", { isEditable: false, selectionText: "x".repeat(61) }, ["copy"]],
  ["darwin", { isEditable: true, selectionText: "" }, edit],
  [
    "darwin",
    { isEditable: true, selectionText: "", misspelledWord: "fery", dictionarySuggestions: ["ferry", "fiery & co"] },
    ["ferry", "fiery && co", "separator", ...edit],
  ],
  [
    "darwin",
    { isEditable: true, selectionText: "", misspelledWord: "xqz", dictionarySuggestions: [] },
    ["No suggestions", "separator", ...edit],
  ],
] as const)("on %s the menu of text for %j is %j", (platform, clicked, rows) => {
  const done: string[] = [];
  const template = editTemplate(inEnglish, { ...clicked, editFlags }, platform, {
    replaceMisspelling: (word) => done.push(word),
    lookUp: () => done.push("look up"),
  });
  expect(template.map(({ role, type, label }) => role ?? type ?? label)).toEqual(rows);
  for (const { click } of template) click?.({} as never, undefined, {} as never);
  const expected = rows.flatMap((row) =>
    row.startsWith("Look up")
      ? ["look up"]
      : row === "ferry"
        ? ["ferry"]
        : row.startsWith("fiery")
          ? ["fiery & co"]
          : [],
  );
  expect(done).toEqual(expected);
});
