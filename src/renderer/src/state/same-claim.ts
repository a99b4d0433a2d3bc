import { create } from "zustand";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import type { Draft } from "./draft.ts";

/** A claim that already says what a draft would save, and that draft. Null when nothing would be doubled. */
type SameClaim = Readonly<{ id: AnnotationId; draft: Draft }>;

/** What the form asks about before it saves a coding twice. */
export const useSameClaim = create<Readonly<{ found: SameClaim | null }>>(() => ({ found: null }));

export function setSameClaim(found: SameClaim | null): void {
  useSameClaim.setState({ found });
}
