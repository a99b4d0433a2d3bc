import type { PaperId } from "../../../shared/model/ids.ts";
import { getWorkbench } from "../client/connection.ts";
import { Requests } from "../state/requests.ts";

/** Covers are drawn one at a time, so that the pages of the open paper never wait long for them. */
const requests = new Requests(1);

/** Most covers that are kept, each some 20 kB. */
const most = 300;
const known = new Map<string, string>();

/** The address of a cover's picture that was drawn before, null when there is none. */
export function knownCover(paper: PaperId, width: number): string | null {
  return known.get(`${paper} ${width}`) ?? null;
}

/**
 * Draw a paper's first page so wide, in device pixels; the function returned cancels the request. A page that cannot be
 * drawn is skipped.
 */
export function wantCover(
  paper: PaperId,
  { width, height }: Readonly<{ width: number; height: number }>,
  onDrawn: (url: string) => void,
): () => void {
  let gone = false;
  const draw = async (): Promise<void> => {
    const whole = { width, height };
    const file = await getWorkbench()
      .pagePicture({ paper, page: 0, whole, tile: { x: 0, y: 0, ...whole } })
      .catch(() => null);
    if (file === null) return;
    const url = URL.createObjectURL(new Blob([new Uint8Array(file)], { type: "image/png" }));
    const oldest = known.keys().next().value;
    if (known.size >= most && oldest !== undefined) {
      URL.revokeObjectURL(known.get(oldest) ?? "");
      known.delete(oldest);
    }
    known.set(`${paper} ${width}`, url);
    if (!gone) onDrawn(url);
  };
  const takeBack = requests.add(draw, "later");
  return () => {
    gone = true;
    takeBack();
  };
}
