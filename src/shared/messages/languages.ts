import { inEnglish, type LanguageTag, type SpokenLanguage } from "./message.ts";

/** A language with its sentences. Only the one that is wanted is loaded. */
export async function loadLanguage(tag: LanguageTag): Promise<SpokenLanguage> {
  return tag === "ur" ? (await import("./urdu.ts")).inUrdu : inEnglish;
}
