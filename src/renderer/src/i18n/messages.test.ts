import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { english, type MessageId } from "./english.ts";
import { urdu } from "./urdu.ts";

const ids = Object.keys(english) as MessageId[];

/** Names of arguments and tags, wherever they are in a message. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...argumentsOf(element.children)];
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))];
  });
}

const namesOf = (message: string): string[] => [...new Set(argumentsOf(parse(message)))].sort();

test("every message is ICU, and both languages take the same arguments", () => {
  for (const id of ids) expect([id, namesOf(urdu[id])]).toEqual([id, namesOf(english[id])]);
});

test("every message is said somewhere", () => {
  const root = path.join(import.meta.dirname, "..");
  const code = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("i18n"))
    .map((name) => readFileSync(path.join(root, name), "utf8"))
    .join("\n");
  // A template such as `grade.${letter}` says every message that fits it.
  const templates = [...code.matchAll(/`([\w.]+\$\{[^`]+)`/g)].map(
    ([, text = ""]) =>
      new RegExp(
        `^${text
          .replace(/\$\{[^}]*\}/g, "\0")
          .replaceAll(".", "\\.")
          .replaceAll("\0", "[\\w-]+")}$`,
      ),
  );
  const isUsed = (id: string): boolean => code.includes(`"${id}"`) || templates.some((template) => template.test(id));
  expect(ids.filter((id) => !isUsed(id))).toEqual([]);
});
