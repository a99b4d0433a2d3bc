import { expect, test } from "vitest";
import { everyCommand, setHelpLanguage } from "./help.ts";
import { commandGroups, createProgram } from "./program.ts";

const run = async (): Promise<undefined> => undefined;
const whole = createProgram(run);
setHelpLanguage(whole, {});
const namesIn = (program: typeof whole): string[] => program.commands.map((command) => command.name());

test("each group names exactly the commands that it adds, and no two the same", () => {
  const names = commandGroups.flatMap(([names]) => names);
  for (const [names] of commandGroups)
    for (const name of names) expect(namesIn(createProgram(run, name)).sort()).toEqual([...names].sort());
  expect(
    namesIn(whole)
      .filter((name) => name !== "help")
      .sort(),
  ).toEqual([...names].sort());
});

test.each([undefined, "", "help", "--help", "claim", "constructor"])("for %s all commands are there", (wanted) => {
  expect(namesIn(createProgram(run, wanted))).toEqual(namesIn(createProgram(run)));
});

test("a command is the same with its group alone as among all", () => {
  const pathOf = (command: typeof whole): string =>
    command.parent === null ? "" : `${pathOf(command.parent)} ${command.name()}`;
  const helps = new Map([...everyCommand(whole)].map((command) => [pathOf(command), command.helpInformation()]));
  for (const [[first = ""]] of commandGroups) {
    const program = createProgram(run, first);
    setHelpLanguage(program, {});
    for (const command of everyCommand(program))
      expect([pathOf(command), command.helpInformation()]).toEqual([pathOf(command), helps.get(pathOf(command))]);
  }
});
