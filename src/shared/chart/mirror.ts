import type { TextDirection } from "../text/isolate.ts";
import type { Picture, Shape } from "./picture.ts";

const opposite = { start: "end", middle: "middle", end: "start" } as const;

/**
 * A picture as its readers read: in a language from right to left with names on the right and columns, bars and time
 * running to the left. Letters are not turned over; only the places of words are.
 */
export function inDirection(picture: Picture, direction: TextDirection): Picture {
  if (direction === "ltr") return picture;
  return { ...picture, shapes: picture.shapes.map((shape) => mirrored(shape, picture.width)) };
}

function mirrored(shape: Shape, width: number): Shape {
  switch (shape.kind) {
    case "rect":
      return { ...shape, x: width - shape.x - shape.width };
    case "circle":
      return { ...shape, x: width - shape.x };
    case "line":
      return { ...shape, x1: width - shape.x1, x2: width - shape.x2 };
    case "text": {
      const turned = shape.turned === undefined ? {} : { turned: -shape.turned };
      return { ...shape, x: width - shape.x, anchor: opposite[shape.anchor], ...turned };
    }
  }
}
