import { type Command, InvalidArgumentError } from "commander";
import type { Message } from "../../shared/messages/arguments.ts";
import { message } from "../../shared/messages/message.ts";
import { say } from "./language.ts";

/** End a command with a sentence about how it was called, and exit code 2. */
export function refuseUsage(command: Command, reason: Message): never {
  command.error(say(reason), { code: "stancemark.usage" });
}

/** A value of an option that is not what it has to be. */
export function invalidValue(reason: Message): InvalidArgumentError {
  return new InvalidArgumentError(say(reason));
}

/** A whole number from `least` to `most` (no upper limit when left out) out of an option's value. */
export function wholeNumber(least: number, most = Number.POSITIVE_INFINITY): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && Number.isSafeInteger(number) && number >= least && number <= most) return number;
    throw invalidValue(
      most === Number.POSITIVE_INFINITY
        ? message("usage.wholeNumberFrom", { least })
        : message("usage.wholeNumber", { least, most }),
    );
  };
}

/** Commander's own sentences (its version is fixed in package.json), and what they become. */
const known: readonly (readonly [RegExp, (parts: readonly string[]) => Message])[] = [
  [
    /^unknown option '(.+)'\n\(Did you mean (?:one of )?(.+)\?\)$/,
    ([name = "", similar = ""]) => message("usage.optionMeant", { name, similar }),
  ],
  [/^unknown option '(.+)'$/, ([name = ""]) => message("usage.unknownOption", { name })],
  [
    /^unknown command '(.+)'\n\(Did you mean (?:one of )?(.+)\?\)$/,
    ([name = "", similar = ""]) => message("usage.commandMeant", { name, similar }),
  ],
  [/^unknown command '(.+)'$/, ([name = ""]) => message("usage.unknownCommand", { name })],
  [/^missing required argument '(.+)'$/, ([name = ""]) => message("usage.missingArgument", { name })],
  [/^required option '(.+)' not specified$/, ([name = ""]) => message("usage.missingOption", { name })],
  [
    /^option '(.+)' cannot be used with option '(.+)'$/,
    ([name = "", other = ""]) => message("usage.conflictingOption", { name, other }),
  ],
  [/^option '(.+)' argument missing$/, ([name = ""]) => message("usage.missingValue", { name })],
  [
    /^too many arguments(?: for '.*')?\. Expected (\d+) arguments? but got \d+: (.*)\.$/s,
    ([most = "", given = ""]) => message("usage.tooMany", { most: Number(most), given }),
  ],
  [
    /^option '(.+?)' (?:argument|value) '(.*)'(?: from env '.+')? is invalid\. Allowed choices are (.+)\.$/s,
    ([name = "", value = "", choices = ""]) => message("usage.choices", { name, value, choices }),
  ],
  [
    /^option '(.+?)' (?:argument|value) '(.*)'(?: from env '.+')? is invalid\. (.+)$/s,
    ([name = "", value = "", reason = ""]) => message("usage.invalidValue", { name, value, reason }),
  ],
];

/** What the command line says about wrong usage, in the reader's language, of what Commander says in English. */
export function usageMessage(message: string): string | Message {
  const text = message.trim().replace(/^error: /, "");
  for (const [pattern, make] of known) {
    const found = pattern.exec(text);
    if (found !== null) return make(found.slice(1));
  }
  return text;
}
