import { statedAuthors } from "../pdf/authors.ts";
import { titleOf } from "../pdf/title.ts";

/** What a document says of itself. Dates are ISO 8601. */
export type Stated = Readonly<{ title: string; authors: readonly string[]; date: string | null }>;

/**
 * Title, authors and date of a document: what it states, unless a program or a template has written that; else the
 * title is the first that is in its text.
 */
export function metadataOf({ title, authors, date }: Stated, printed: string | null) {
  return {
    title: titleOf(title.replace(/\s+/g, " "), printed),
    authors: authors.flatMap((author) => statedAuthors(author, title)),
    date: /^\d{4}-\d{2}-\d{2}/.exec(date ?? "")?.[0] ?? null,
  };
}

/** The language that most words are in, where it is one that BCP 47 can write; null where none is said. */
export function mainLanguage(languages: ReadonlyMap<string, number>): string | null {
  const [[language] = [null]] = [...languages].sort(([, count], [, other]) => other - count);
  return language !== null && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(language) && language.length <= 35
    ? language
    : null;
}
