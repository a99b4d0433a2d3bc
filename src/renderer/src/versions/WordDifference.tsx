import { Fragment, useMemo } from "react";
import { wordDifference } from "../../../shared/anchor/word-difference.ts";

/** Old and new words inline: what was left out struck through, what was put in underlined. */
export function WordDifference({ before, after }: Readonly<{ before: string; after: string }>) {
  const parts = useMemo(() => wordDifference(before, after), [before, after]);
  return parts.map(({ kind, text }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name and no state.
    <Fragment key={index}>{kind === "same" ? text : kind === "old" ? <del>{text}</del> : <ins>{text}</ins>}</Fragment>
  ));
}
