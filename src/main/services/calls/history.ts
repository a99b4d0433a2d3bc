import type { Change } from "../../../shared/change/change.ts";
import { printRecord } from "../../../shared/change/differences.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { Arguments, PastChange } from "../../../shared/contract/workbench.ts";
import { inEnglish, type SpokenLanguage } from "../../../shared/messages/message.ts";
import type { Library } from "../../../shared/model/library.ts";
import { plainWords, termsOf } from "../../../shared/text/words.ts";
import type { Context } from "./context.ts";

/**
 * Changes newest first: of the library, of a paper or of one annotation with its positions and relations; of one coder;
 * whose words or names have all terms of a text. Changes of one annotation have the edits of that annotation only: a
 * change may be of thousands. `before` begins at the change that precedes one, to read a long
 * history page by page.
 */
export async function history(
  { store: { library, past } }: Context,
  { paper, annotation, coder, text = "", before, limit = 1000 }: Arguments<"history">,
): Promise<PastChange[]> {
  const about = (edit: Edit): boolean =>
    (annotation === undefined || namesAnnotation(edit, annotation)) && (paper === undefined || namesPaper(edit, paper));
  const all = paper === undefined && annotation === undefined;
  const terms = termsOf(text);
  // Labels are data; the reader looks for them as they are shown, in whichever language.
  const languages = terms.length === 0 ? [] : [inEnglish, (await import("../../../shared/messages/urdu.ts")).inUrdu];
  const fits = (change: Change): boolean =>
    (coder === undefined || change.coder === coder) &&
    (all || change.edits.some(about)) &&
    (terms.length === 0 || hasTerms(library, change, terms, languages));
  const found: PastChange[] = [];
  const undone = new Set<string>();
  let reached = before === undefined;
  for await (const { change } of past.backwards(annotation ?? paper ?? null)) {
    const gone = undone.has(change.id);
    // What undid something counts only while it was not undone itself.
    if (change.undoes !== null && !gone) undone.add(change.undoes);
    if (reached && fits(change))
      found.push({
        ...change,
        edits: annotation === undefined ? change.edits : change.edits.filter(about),
        undone: gone,
      });
    if (found.length >= limit) break;
    reached ||= change.id === before;
  }
  return found;
}

/** Whether a change has the terms as it is said in one of the languages. */
function hasTerms(
  library: Library,
  change: Change,
  terms: readonly string[],
  languages: readonly SpokenLanguage[],
): boolean {
  return languages.some((language) => {
    const words = plainWords(printRecord(library, change, language));
    return terms.every((term) => words.includes(term));
  });
}

function namesAnnotation(edit: Edit, id: string): boolean {
  if (edit.table === "annotations") return (edit.to ?? edit.from)?.id === id;
  if (edit.table === "positions") return (edit.to ?? edit.from)?.annotation === id;
  const relation = edit.table === "relations" ? (edit.to ?? edit.from) : null;
  return relation?.source.annotation === id || relation?.target.annotation === id;
}

function namesPaper(edit: Edit, id: string): boolean {
  if (edit.table === "papers") return (edit.to ?? edit.from)?.id === id;
  if (edit.table === "annotations" || edit.table === "positions") return (edit.to ?? edit.from)?.paper === id;
  const relation = edit.table === "relations" ? (edit.to ?? edit.from) : null;
  return relation?.source.paper === id || relation?.target.paper === id;
}
