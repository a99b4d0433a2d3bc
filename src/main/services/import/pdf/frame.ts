import type { Box } from "../../pdfium/module.ts";
import type { PageChars, TextTurn } from "../../pdfium/page-chars.ts";

/** How a page is read: its visible part, turned so that its text runs from left to right, with its corner at 0, 0. */
export type Frame = Readonly<{
  /** The visible part in user space. */
  visible: Box;
  turn: TextTurn;
  /** Degrees by which its lines run down to the right on the turned page; in the frame they are straight. */
  skew?: number;
  /** Size as read. */
  width: number;
  height: number;
}>;

/** The frame in which most of a page's characters are upright: `votes` counts them by their turn. */
export function frameOf(visible: Box, votes: Readonly<Record<TextTurn, number>>): Frame {
  const best = Math.max(...Object.values(votes));
  const turn = ([0, 90, 180, 270] as const).find((angle) => votes[angle] === best) ?? 0;
  const [width, height] = sizeOf(visible);
  return turn === 90 || turn === 270
    ? { visible, turn, width: height, height: width }
    : { visible, turn, width, height };
}

/** The frame in which columns that run from top to bottom, the first on the right, are lines under each other. */
export function frameOfColumns(visible: Box): Frame {
  const [width, height] = sizeOf(visible);
  return { visible, turn: 270, width: height, height: width };
}

/** The frame of a page turned and straightened as it was for recognising its words. */
export function frameOfScan(visible: Box, { turn, skew }: Readonly<{ turn: TextTurn; skew: number }>): Frame {
  const [width, height] = sizeOf(visible);
  const isAcross = turn === 90 || turn === 270;
  return { visible, turn, skew, width: isAcross ? height : width, height: isAcross ? width : height };
}

/** True when the frame is user space itself, as it is on most pages. */
export function isUpright({ visible, turn, skew = 0 }: Frame): boolean {
  return turn === 0 && skew === 0 && visible[0] === 0 && visible[1] === 0;
}

/** A box of user space as it is in the frame; the box around it where the page is straightened. */
export function toFrame(box: Box, frame: Frame): Box {
  if (isUpright(frame)) return box;
  const turned = turnedTo(box, frame);
  return frame.skew === undefined ? turned : rotated(turned, frame, frame.skew);
}

function turnedTo(box: Box, frame: Frame): Box {
  const { visible, turn } = frame;
  const left = visible[0];
  const bottom = visible[1];
  const inner: Box = [box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom];
  return turn === 0 ? inner : turnBox(inner, sizeOf(visible), turn);
}

/** A box of the frame back in user space. */
export function fromFrame(box: Box, frame: Frame): Box {
  if (isUpright(frame)) return box;
  const { visible, turn, width, height } = frame;
  const back = ({ 0: 0, 90: 270, 180: 180, 270: 90 } as const)[turn];
  const skewed = frame.skew === undefined ? box : rotated(box, frame, -frame.skew);
  const outer = turn === 0 ? skewed : turnBox(skewed, [width, height], back);
  const left = visible[0];
  const bottom = visible[1];
  return [outer[0] + left, outer[1] + bottom, outer[2] + left, outer[3] + bottom];
}

/**
 * Where a box comes to lie when the page is turned anticlockwise by some degrees around its middle: its middle is
 * moved, and it stays as wide and as high as it is. What is one letter or one line high stays so.
 */
function rotated([x0, y0, x1, y1]: Box, { width, height }: Frame, degrees: number): Box {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [(x0 + x1 - width) / 2, (y0 + y1 - height) / 2];
  const [dx, dy] = [x * cos - y * sin - x, x * sin + y * cos - y];
  return [x0 + dx, y0 + dy, x1 + dx, y1 + dy];
}

function sizeOf([x0, y0, x1, y1]: Box): [number, number] {
  return [x1 - x0, y1 - y0];
}

/** Turn a box clockwise with the page it is on, whose size is given as it is before. */
function turnBox([x0, y0, x1, y1]: Box, [width, height]: readonly [number, number], turn: TextTurn): Box {
  if (turn === 90) return [y0, width - x1, y1, width - x0];
  if (turn === 180) return [width - x1, height - y1, width - x0, height - y0];
  if (turn === 270) return [height - y1, x0, height - y0, x1];
  return [x0, y0, x1, y1];
}

/** Move all characters from user space into a frame. */
export function moveInto(chars: PageChars, frame: Frame): void {
  for (let k = 0; k < chars.length; k++) {
    const box = toFrame(chars.box(k), frame);
    chars.setFoot(k, frame.turn === 0 && frame.skew === undefined ? chars.foot(k) - frame.visible[1] : box[1]);
    chars.place(k, ...box);
  }
  chars.moveOrigins((x, y) => {
    const [left, base] = toFrame([x, y, x, y], frame);
    return [left, base];
  });
  if (frame.turn === 90 || frame.turn === 270) joinLigatures(chars);
}

/** PDFium divides the box of a ligature from left to right, so the letters of a turned one are over each other. */
function joinLigatures(chars: PageChars): void {
  for (let k = 1; k < chars.length; k++) {
    const isBeside = chars.left(k - 1) === chars.left(k) && chars.right(k - 1) === chars.right(k);
    if (!isBeside || chars.isBlank(k) || !chars.together(k - 1, k)) continue;
    const isOver = Math.abs(chars.bottom(k) - chars.top(k - 1)) < 0.05;
    if (!isOver && Math.abs(chars.bottom(k - 1) - chars.top(k)) >= 0.05) continue;
    chars.include(k, k - 1);
    chars.include(k - 1, k);
  }
}
