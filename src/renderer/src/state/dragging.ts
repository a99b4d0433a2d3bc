import { create } from "zustand";
import type { Context } from "./context.ts";

/** What is being dragged over the window: files from outside, or something that the window itself shows. */
export const useDragging = create<Readonly<{ files: boolean; carried: Context | null }>>(() => ({
  files: false,
  carried: null,
}));

export function setFilesOver(files: boolean): void {
  if (useDragging.getState().files !== files) useDragging.setState({ files });
}

export function setCarried(carried: Context | null): void {
  useDragging.setState({ carried, files: false });
}
