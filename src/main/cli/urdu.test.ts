import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { message, printMessage } from "../../shared/messages/message.ts";
import { inUrdu } from "../../shared/messages/urdu.ts";
import { setLanguage } from "./language.ts";
import { CommandLine } from "./run.cases.ts";

const line = await CommandLine.begin();
afterAll(() => line.end());
afterAll(() => setLanguage("en"));

/** A library with all that the commands speak of; its own words are capitals and digits. */
beforeAll(async () => {
  await writeFile(line.at("PAPER.md"), "# WATER 1\n\nTHE PRICE IS HIGH. THE PRICE IS FAIR.\n");
  await writeFile(line.at("NEW.md"), "# WATER 1\n\nTHE PRICE IS VERY HIGH. NOBODY SAID MORE.\n");
  await writeFile(line.at("ROWS.csv"), "paper,quote,issue\nWATER 1,NOWHERE,FARES\n");
  for (const args of [
    ["import", line.at("PAPER.md")],
    ["annotate", "WATER 1", "--quote", "THE PRICE IS HIGH", "--issue", "FARES", "--stance", "+", "--actor", "BOARD"],
    ["annotate", "WATER 1", "--quote", "THE PRICE IS FAIR", "--issue", "FARES", "--stance", "-"],
  ])
    expect(await line.run(...args)).toMatchObject({ code: 0 });
});

/** Options, commands and file names as one types them, formats, and the names of library files. */
const typed =
  /\b[0-9a-f]{8}\b|--?[a-z][\w-]*|<[^>]*>|`[^`]*`|\S*\/\S*|\S+\.(?:jsonl|md|csv|pdf|html|json)|\b(?:PDF|OCR|pdf|html|md|docx|csv|xlsx|json|xyz|markdown|issue|Ada)\b/g;

/** Words in small Latin letters: the program's own, since those of the library are capitals. */
function english(text: string): readonly string[] {
  const rest = text.replace(/[\u200e\u200f]/g, "").replace(typed, " ");
  return (rest.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => /[a-z]{2}/.test(word));
}

test.each<[string, ...string[]]>([
  ["papers"],
  ["show", "WATER 1"],
  ["claims"],
  ["claims", "--query", "stance:+"],
  ["search", "PRICE"],
  ["labels", "WATER 1"],
  ["versions", "WATER 1"],
  ["carry", "WATER 1"],
  ["codebook"],
  ["codebook", "add", "TAXES", "--dry-run"],
  ["codebook", "merge", "FARES", "FARES"],
  ["codebook", "starter", "NOTHING"],
  ["history"],
  ["verify"],
  ["backup"],
  ["backups"],
  ["repair"],
  ["conflicts"],
  ["share"],
  ["undo"],
  ["redo"],
  ["redo"],
  ["annotate", "--from", "ROWS.csv"],
  ["annotate", "WATER 1", "--quote", "NOWHERE", "--issue", "FARES"],
  ["annotate", "WATER 1", "--quote", "THE PRICE", "--issue", "FARES", "--stance", "LOVES"],
  ["import", "NEW.md", "--replaces", "WATER 1"],
  ["import", "PAPER.md"],
  ["import", "NOTHING.pdf"],
  ["export", "WATER 1", "--to", "OUT.pdf", "--format", "XYZ"],
  ["export", "WATER 1"],
  ["report", "--to", "OUT.xyz"],
  ["claims", "--query", "issue:("],
  ["place", "NOTHING", "--quote", "X"],
  ["restore", "NOTHING"],
  ["restore-claim", "A", "B"],
  ["show", "NOTHING"],
  ["papers", "--bogus"],
  ["papers", "A", "B"],
  ["serve", "--port", "99999"],
  ["bundle", "export"],
  ["paper", "set", "WATER 1"],
  ["remove", "WATER 1"],
])("%s is answered in Urdu", async (...args) => {
  const { out, err } = await line.run(
    ...args.map((arg) => (/\.(md|csv|pdf|xyz)$/.test(arg) ? line.at(arg) : arg)),
    "--lang",
    "ur",
  );
  expect(out + err).not.toBe("");
  expect(english(out + err), out + err).toEqual([]);
  expect(out + err).not.toContain("⟨U+");
});

test("what the test looks for is found", () => {
  expect(english(printMessage(message("usage.missingOption", { name: "--to <file>" })))).toContain("command");
  expect(english(printMessage(message("usage.missingOption", { name: "--to <file>" }), inUrdu))).toEqual([]);
});
