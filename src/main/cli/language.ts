import type { Message } from "../../shared/messages/arguments.ts";
import {
  inEnglish,
  type LanguageTag,
  languageTags,
  printLabel,
  type SpokenLanguage,
} from "../../shared/messages/message.ts";

let spoken: SpokenLanguage = inEnglish;

/**
 * The language a person wants: by `--lang`, else by the first of LC_ALL, LC_MESSAGES and LANG that is set (POSIX,
 * section 8.2), else English.
 */
export function languageFor(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): LanguageTag {
  const inline = argv.find((arg) => arg.startsWith("--lang="))?.slice("--lang=".length);
  const option = argv.indexOf("--lang");
  const wanted =
    inline ??
    (option < 0 ? undefined : (argv[option + 1] ?? "en")) ??
    [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== "");
  return languageTags.find((languageTag) => languageTag === wanted?.toLowerCase().split(/[_.@-]/)[0]) ?? "en";
}

/** Speak a language from now on. Only the one that is wanted is loaded. */
export async function setLanguage(language: LanguageTag): Promise<void> {
  spoken = language === "ur" ? (await import("../../shared/messages/urdu.ts")).inUrdu : inEnglish;
}

/** The language that is spoken. */
export function spokenNow(): SpokenLanguage {
  return spoken;
}

/** A message in the language of the command line; words as they are. */
export function say(text: string | Message): string {
  return printLabel(text, spoken);
}
