import type { Message } from "../messages/arguments.ts";
import { showHiddenMarks } from "../messages/hidden-marks.ts";
import { inEnglish, message, printLabel, printMessage, type SpokenLanguage } from "../messages/message.ts";
import { directionOfText, isolate, type TextDirection } from "../text/isolate.ts";

/** What a report says in its own words, in its language. */
export type ReportWords = Readonly<{
  language: SpokenLanguage;
  /** Which way the report's own words run. */
  direction: TextDirection;
  /** A message; values in it that run the other way are isolated. */
  say: (text: string | Message) => string;
  /** The same with what its values hide written out, as values that nobody has checked need it. */
  sayUnchecked: (said: Message) => string;
  /**
   * Words between quotation marks: those of the report's language where they are written as it is, else “English” ones.
   */
  quoted: (text: string) => string;
  /** A name, quotation, number or date, isolated where it runs the other way. */
  isolate: (text: string) => string;
}>;

/** The words of reports in a language. */
export function reportWordsIn(language: SpokenLanguage): ReportWords {
  const direction = language.locale === "ur" ? "rtl" : "ltr";
  const isolated = (text: string): string => isolate(text, direction);
  return {
    language,
    direction,
    say: (text) => (typeof text === "string" ? printLabel(text) : printMessage(text, language, isolated)),
    sayUnchecked: (message) => printMessage(message, language, (text) => isolated(showHiddenMarks(text))),
    quoted: (text) => {
      const marks = directionOfText(text) === direction ? language : inEnglish;
      return printMessage(message("report.quoted", { text }), marks, (quote) => quote);
    },
    isolate: isolated,
  };
}

/** English words. */
export const englishWords = reportWordsIn(inEnglish);

/** The direction of a text of the report itself: that of its letters, else that of the report. */
export function ownDirection(text: string, { direction }: Pick<ReportWords, "direction">): TextDirection {
  return /\p{L}/u.test(text) ? directionOfText(text) : direction;
}
