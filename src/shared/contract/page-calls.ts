import { z } from "zod";

/** Pages as PNG files with their size in pixels, and how many pages the PDF has in all. */
export type DrawnPages = Readonly<{
  pages: number;
  pictures: readonly Readonly<{ width: number; height: number; bytes: Uint8Array }>[];
}>;

/** Calls about pages that belong to no paper of the library. */
export const pageCalls = {
  /** Pages of a PDF, as of a report that was just made, as pictures; `width` in device pixels. */
  drawPages: z.strictObject({
    bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
    from: z.int().min(0),
    count: z.int().min(1).max(20),
    width: z.int().min(16).max(4096),
    dark: z.boolean(),
    job: z.string().min(1).max(100).optional(),
  }),
} as const;
