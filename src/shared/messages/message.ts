import type { ArgumentsOf, Message } from "./arguments.ts";
import { english } from "./english.ts";
import { formatPattern } from "./format.ts";
import { showHiddenMarks } from "./hidden-marks.ts";

/** The key of a sentence in the catalogue. */
export type MessageKey = keyof typeof english;
/** A catalogue in one language: the same keys with the same arguments as the English one. */
export type Catalogue = Readonly<Record<MessageKey, string>>;
/** The languages that the program speaks. */
export const languageTags = ["en", "ur"] as const;
export type LanguageTag = (typeof languageTags)[number];
/** A language the program speaks, with its sentences. */
export type SpokenLanguage = Readonly<{ locale: LanguageTag; catalogue: Catalogue }>;

type Values<Key extends MessageKey> = ArgumentsOf<(typeof english)[Key]>;

/** What is to be said. The compiler checks that `values` are what the sentence of this key needs. */
export function message<Key extends MessageKey>(
  key: Key,
  ...[values]: keyof Values<Key> extends never ? [] : [values: Values<Key>]
): Message {
  return { key, values: (values as Message["values"] | undefined) ?? {} };
}

/** Whether the catalogue has a sentence of this key. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key);
}

/** The language every message has; others are loaded where they are needed. */
export const inEnglish: SpokenLanguage = { locale: "en", catalogue: english };

/**
 * A message in words. `show` says how a value in it that is text is shown: what it hides is written out, unless told
 * otherwise. A key that this catalogue does not know, as a newer program may store it, is shown as it is.
 */
export function printMessage(
  { key, values }: Message,
  language: SpokenLanguage = inEnglish,
  show: (value: string) => string = showHiddenMarks,
): string {
  if (!Object.hasOwn(language.catalogue, key)) return key;
  const plain = Object.entries(values).map(([name, value]) => {
    if (typeof value === "number") return [name, value] as const;
    if (typeof value === "string") return [name, show(value)] as const;
    if (!isList(value)) return [name, printMessage(value, language, show)] as const;
    const words = value.map((part) => (typeof part === "string" ? show(part) : printMessage(part, language, show)));
    return [name, new Intl.ListFormat(language.locale).format(words)] as const;
  });
  return formatPattern(language.catalogue[key as MessageKey], language.locale, Object.fromEntries(plain));
}

/** What was stored in words, or as a message, in words. */
export function printLabel(label: string | Message, language: SpokenLanguage = inEnglish): string {
  return typeof label === "string" ? showHiddenMarks(label) : printMessage(label, language);
}

function isList(value: Message | readonly (string | Message)[]): value is readonly (string | Message)[] {
  return Array.isArray(value);
}
