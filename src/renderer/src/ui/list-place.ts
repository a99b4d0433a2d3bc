/** Where a list is beside a form; `inside` is within it, above what follows the field. */
export type ListPlace = "right" | "left" | "below" | "above" | "inside";

type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** The width of a list with the gap beside it, in CSS pixels. */
const neededWidth = 320;
/** The least height of a list, in CSS pixels. */
const neededHeight = 190;

/**
 * The place of a list that covers no part of the form: on the side where lines end, else the other, else below or
 * above.
 */
export function listPlace(
  form: Box,
  window: Readonly<{ width: number; height: number }>,
  rightToLeft: boolean,
): ListPlace {
  const room = { right: window.width - form.right, left: form.left };
  const sides = rightToLeft ? (["left", "right"] as const) : (["right", "left"] as const);
  const side = sides.find((side) => room[side] >= neededWidth);
  if (side !== undefined) return side;
  if (window.height - form.bottom >= neededHeight) return "below";
  return form.top >= neededHeight ? "above" : "inside";
}
