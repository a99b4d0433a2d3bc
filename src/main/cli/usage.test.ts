import { Command, Option } from "commander";
import { afterEach, expect, test } from "vitest";
import { printLabel } from "../../shared/messages/message.ts";
import { setLanguage } from "./language.ts";
import { usageMessage, wholeNumber } from "./usage.ts";

afterEach(() => setLanguage("en"));

/** What Commander itself says about such a call, in our words. */
function messageOf(...argv: string[]): string {
  let text = "";
  const program = new Command("program").exitOverride();
  const outputError = (message: string): void => {
    text += message;
  };
  const output = { outputError, writeErr: () => undefined };
  program.configureOutput(output).showSuggestionAfterError();
  program
    .command("list <paper>")
    .exitOverride()
    .configureOutput(output)
    .addOption(new Option("--sort <by>", "sort by").choices(["title", "date"]))
    .option("--limit <n>", "at most", wholeNumber(1, 50))
    .option("--least <n>", "at least", wholeNumber(2))
    .addOption(new Option("--all", "all").conflicts("first"))
    .option("--first", "first")
    .action(() => undefined);
  program
    .command("write")
    .exitOverride()
    .configureOutput(output)
    .requiredOption("--to <file>", "file")
    .action(() => undefined);
  expect(() => program.parse(argv, { from: "user" })).toThrow();
  return printLabel(usageMessage(text));
}

test.each<[string[], string]>([
  [["list", "p", "--wide"], "There is no option --wide. Add --help to see the options."],
  [["list", "p", "--limits", "3"], "There is no option --limits. Did you mean --limit?"],
  [["frobnicate"], "There is no command frobnicate. Run `stancemark --help` to see the commands."],
  [["lits"], "There is no command lits. Did you mean list?"],
  [["list"], "The command needs <paper>. Add --help to see how it is used."],
  [["write"], "The command needs --to <file>. Add --help to see how it is used."],
  [["list", "p", "--all", "--first"], "Use --all or --first, not both."],
  [["list", "p", "--limit"], "The option --limit <n> needs a value."],
  [
    ["list", "p", "q r", "s"],
    "The command takes one argument, but was given p, q r, s. Put quotes around a value with spaces.",
  ],
  [["list", "p", "--sort", "up"], "“up” is not a value of --sort <by>. Use one of: title, date."],
  [["list", "p", "--limit", "51"], "“51” is not a value of --limit <n>. It must be a whole number from 1 to 50."],
  [["list", "p", "--limit", "0"], "“0” is not a value of --limit <n>. It must be a whole number from 1 to 50."],
  [["list", "p", "--limit", "3x"], "“3x” is not a value of --limit <n>. It must be a whole number from 1 to 50."],
  [["list", "p", "--least", "1"], "“1” is not a value of --least <n>. It must be a whole number, 2 or more."],
])("%j is answered with %s", (argv, wanted) => {
  expect(messageOf(...argv)).toBe(wanted);
});

test("a sentence of our own stays as it is", () => {
  expect(usageMessage("error: Each --stance needs its --issue.")).toBe("Each --stance needs its --issue.");
});

test("numbers in range are taken", () => {
  expect([wholeNumber(0, 5)("0"), wholeNumber(0, 5)("5"), wholeNumber(1)("4294967296")]).toEqual([0, 5, 4294967296]);
});
