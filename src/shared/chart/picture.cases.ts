import type { Picture, Shape } from "./picture.ts";

/** The shapes of a picture as lines of text, numbers rounded: `rect supports 10,20 30×40 "what it says"`. */
export function drawnShapes({ shapes }: Pick<Picture, "shapes">, kinds: readonly Shape["kind"][] = []): string[] {
  return shapes.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).map(drawnShape);
}

function drawnShape(shape: Shape): string {
  const title = shape.title === undefined ? "" : ` "${shape.title}"`;
  const [kind, paint] = [shape.kind, shape.paint];
  switch (shape.kind) {
    case "rect":
      return `${kind} ${paint} ${at(shape.x, shape.y)} ${round(shape.width)}×${round(shape.height)}${title}`;
    case "circle":
      return `${kind} ${paint} ${at(shape.x, shape.y)} ○${round(shape.radius)}${title}`;
    case "line":
      return `${kind} ${paint} ${at(shape.x1, shape.y1)} → ${at(shape.x2, shape.y2)}${shape.dashed ? " dashed" : ""}${title}`;
    case "text":
      return `${kind} ${paint} ${at(shape.x, shape.y)} ${shape.anchor}${shape.bold ? " bold" : ""}: ${shape.text}${title}`;
  }
}

/** The words of a picture in the order they are drawn. */
export function wordsIn({ shapes }: Pick<Picture, "shapes">): string[] {
  return shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
}

function at(x: number, y: number): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
