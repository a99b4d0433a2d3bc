/** A rectangle by its upper left corner, in units of the picture. */
export type LabelBox = Readonly<{ x: number; y: number; width: number; height: number }>;
/** A straight line between two points, in units of the picture. */
export type LineSegment = Readonly<{ x1: number; y1: number; x2: number; y2: number }>;
/** What is to be named: a round mark, and how much room its words need. */
export type LabelTarget = Readonly<{ x: number; y: number; radius: number; width: number; height: number }>;

/**
 * Places for the words beside some marks: to the right, left, above, below or at a corner of each, where they cross the
 * fewest lines, marks and other words. Busy places (those crossed by many lines) are settled first, then all once more.
 */
export function placeLabels(
  marks: readonly LabelTarget[],
  lines: readonly LineSegment[],
  within: LabelBox,
): LabelBox[] {
  const choices = marks.map((mark) => placesAround(mark).filter((box) => isIn(box, within)));
  const fixed = choices.map((boxes) => boxes.map((box) => crossings(box, lines) * 4 + hits(box, marks) * 6));
  const chosen: (LabelBox | undefined)[] = marks.map(() => undefined);
  const order = [...marks.keys()].sort((a, b) => least(fixed[b]) - least(fixed[a]) || a - b);
  for (let round = 0; round < 3; round++)
    for (const index of order) {
      let best = Infinity;
      choices[index]?.forEach((box, place) => {
        const others = chosen.reduce(
          (sum, neighbour, other) => sum + (other !== index && neighbour && overlap(neighbour, box) ? 8 : 0),
          0,
        );
        // Of equal places the first one is taken: to the right.
        const cost = (fixed[index]?.[place] ?? 0) + others + place * 0.01;
        if (cost >= best) return;
        best = cost;
        chosen[index] = box;
      });
    }
  return marks.map((mark, index) => chosen[index] ?? placesAround(mark)[0] ?? { ...mark });
}

/**
 * Which words are drawn: those of greater weight first, of equal ones the earlier, each where it covers none of those
 * drawn before. So no word is ever drawn over another, however many there are.
 */
export function giveWay(boxes: readonly LabelBox[], weights: readonly number[]): Set<number> {
  const drawn = new Set<number>();
  const order = [...boxes.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  for (const index of order) {
    const box = boxes[index];
    const covers = (other: number): boolean => {
      const drawnBox = boxes[other];
      return box !== undefined && drawnBox !== undefined && overlap(box, drawnBox);
    };
    if (![...drawn].some(covers)) drawn.add(index);
  }
  return drawn;
}

const gap = 4;

/** Places at a mark, then the same a little farther away. */
function placesAround(mark: LabelTarget): LabelBox[] {
  return [0, 6, 14].flatMap((more) => ring({ ...mark, radius: mark.radius + more }));
}

function ring({ x, y, radius, width, height }: LabelTarget): LabelBox[] {
  const near = radius * 0.7 + gap;
  const middle = { x: x - width / 2, y: y - height / 2 };
  const [right, left] = [x + radius + gap, x - radius - gap - width];
  const [above, below] = [y - radius - gap - height, y + radius + gap];
  const [upper, lower] = [y - near - height, y + near];
  return [
    { x: right, y: middle.y },
    { x: left, y: middle.y },
    { x: middle.x, y: above },
    { x: middle.x, y: below },
    { x: x + near, y: upper },
    { x: x + near, y: lower },
    { x: x - near - width, y: upper },
    { x: x - near - width, y: lower },
  ].map((place) => ({ ...place, width, height }));
}

function least(costs: readonly number[] | undefined): number {
  return Math.min(Infinity, ...(costs ?? []));
}

function isIn(box: LabelBox, { x, y, width, height }: LabelBox): boolean {
  return box.x >= x && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height;
}

/** Whether two boxes share more than an edge. */
export function overlap(a: LabelBox, b: LabelBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function hits(box: LabelBox, marks: readonly LabelTarget[]): number {
  return marks.filter(({ x, y, radius }) =>
    overlap(box, { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 }),
  ).length;
}

function crossings(box: LabelBox, lines: readonly LineSegment[]): number {
  return lines.filter((line) => crosses(box, line)).length;
}

/** Whether a line runs through a box (Liang and Barsky's clipping). */
export function crosses({ x, y, width, height }: LabelBox, { x1, y1, x2, y2 }: LineSegment): boolean {
  let from = 0;
  let to = 1;
  const cut = (step: number, room: number): boolean => {
    if (step === 0) return room >= 0;
    if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
    return from <= to;
  };
  const [dx, dy] = [x2 - x1, y2 - y1];
  return cut(-dx, x1 - x) && cut(dx, x + width - x1) && cut(-dy, y1 - y) && cut(dy, y + height - y1);
}
