import type { ReactNode } from "react";

/** Draws `<kbd>` of a message as a key. */
export const key = (chunks: readonly ReactNode[]): ReactNode => <kbd key={String(chunks[0])}>{chunks}</kbd>;
