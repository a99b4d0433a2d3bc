import { Command, Option } from "commander";
import { expect, test } from "vitest";
import { helpTexts, setHelpLanguage, translateHelp } from "./help.ts";
import { createProgram } from "./program.ts";
import { urduHelp } from "./urdu-help.ts";

const headings = ["Usage:", "Commands:", "Options:", "Arguments:", "Global Options:", "choices", "default", "env"];

/** Every text of the help, without the values after a colon where only the words before it are translated. */
function wanted(): string[] {
  const texts = [...helpTexts(createProgram(async () => undefined)), ...headings];
  return texts.map((text) => (urduHelp[text] === undefined ? (text.split(": ")[0] ?? "") : text));
}

test("every text of the help has its Urdu, and the table has no other", () => {
  expect(wanted().filter((text) => urduHelp[text] === undefined)).toEqual([]);
  const unused = Object.keys(urduHelp).filter((text) => !wanted().includes(text));
  expect(unused).toEqual(["show help", "show help for a command"]);
});

test("names after a colon stay as they are", () => {
  expect(translateHelp("import: PDF, Word", { import: "درآمد" })).toBe("درآمد: PDF, Word");
  expect(translateHelp("a: b", { "a: b": "whole", a: "part" })).toBe("whole");
  expect(translateHelp("unknown: b", {})).toBe("unknown: b");
});

test("help shows choices, defaults that say something and variables, all in one language", () => {
  const program = new Command("program").description("does it");
  program
    .command("run <file>")
    .description("run a file")
    .addOption(new Option("--how <how>", "the way").choices(["fast", "slow"]).default("fast"))
    .addOption(new Option("--who <name>", "the person").env("WHO").default("x", "nobody"))
    .option("--loud", "with sound", false);
  const words = [
    "Usage:",
    "Options:",
    "choices",
    "default",
    "env",
    "run a file",
    "the way",
    "the person",
    "with sound",
  ];
  setHelpLanguage(program, Object.fromEntries([...words, "nobody", "show help"].map((word) => [word, `<${word}>`])));
  expect(program.commands[0]?.helpInformation().replace(/ {2,}/g, "  ")).toBe(`<Usage:> program run [options] <file>

<run a file>

<Options:>
  --how <how>  <the way> (<choices>: fast, slow; <default>: fast)
  --who <name>  <the person> (<default>: <nobody>; <env>: WHO)
  --loud  <with sound>
  -h, --help  <show help>
`);
});
