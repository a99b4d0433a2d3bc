import { mkdir, readdir, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everyCommand } from "./help.ts";
import { createProgram } from "./program.ts";
import { CommandLine } from "./run.cases.ts";

const line = await CommandLine.begin();
const { at, run } = line;

beforeAll(async () => {
  await writeFile(at("file"), "no library");
  await mkdir(at("work"));
});
afterAll(() => line.end());

/** Every command by its words, with whatever it needs besides the library. */
const commands = [...everyCommand(createProgram(async () => undefined))]
  .filter((command) => command.commands.length === 0)
  .map((command) => {
    const parent = command.parent?.parent === null || command.parent === null ? [] : [command.parent.name()];
    const given = command.registeredArguments.filter((argument) => argument.required).map(() => at("file"));
    const options = command.options
      .filter((option) => option.mandatory)
      .flatMap((option) => [option.long ?? "", at("x")]);
    return [[...parent, command.name()].join(" "), [...parent, command.name(), ...given, ...options]] as const;
  })
  .filter(([name]) => name !== "serve" && !name.startsWith("analyse"));

test("there are commands to try", () => {
  expect(commands.length).toBeGreaterThan(30);
});

test.each(commands)("%s refuses an empty path and a file as library, and makes nothing", async (_name, args) => {
  const before = await readdir(at("."));
  const cwd = await readdir(".");
  for (const library of ["", "   ", at("file"), "/dev/null"]) {
    const { code, out, err } = await run(...args, "--library", library);
    expect([library, code, out]).toEqual([library, 2, ""]);
    expect(err.trim().split("\n")).toHaveLength(1);
  }
  expect([await readdir(at(".")), await readdir(".")]).toEqual([before, cwd]);
});
