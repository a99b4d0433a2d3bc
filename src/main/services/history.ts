import type { Change } from "../../shared/change.ts";
import type { Edit } from "../../shared/edit.ts";
import type { Arguments } from "../../shared/workbench.ts";
import type { Entry } from "./journal.ts";

/** Changes newest first, of the library, of a paper or of one annotation with its positions and relations. */
export function history(entries: readonly Entry[], { paper, annotation, limit }: Arguments<"history">): Change[] {
  const fits = (edit: Edit): boolean =>
    (annotation === undefined || namesAnnotation(edit, annotation)) && (paper === undefined || namesPaper(edit, paper));
  const wanted =
    paper === undefined && annotation === undefined ? entries : entries.filter(({ change }) => change.edits.some(fits));
  return wanted
    .slice(-(limit ?? 1000))
    .map(({ change }) => change)
    .reverse();
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
  return false;
}
