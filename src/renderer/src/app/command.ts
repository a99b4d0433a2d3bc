import type { AnnotationId, PaperId } from "../../../shared/model/ids.ts";
import { type ReaderControl, reader } from "../state/reader-control.ts";
import { useReading } from "../state/reading.ts";

/** What a command does. Whether it can be run is decided by `when` in the table of commands alone. */
export type Command = () => unknown;

/** A command for the open paper. */
export function onPaper(work: (paper: PaperId) => unknown): Command {
  return () => {
    const { paper } = useReading.getState();
    return paper === null ? undefined : work(paper);
  };
}

/** A command for the text or the pages that are shown. */
export function inReader(work: (control: ReaderControl) => unknown): Command {
  return () => {
    const control = reader();
    return control === null ? undefined : work(control);
  };
}

/** A command for the selected annotation, or else the one at the caret. */
export function onClaim(work: (claim: AnnotationId) => unknown): Command {
  return () => {
    const claim = useReading.getState().selected ?? reader()?.annotationHere() ?? null;
    return claim === null ? undefined : work(claim);
  };
}
