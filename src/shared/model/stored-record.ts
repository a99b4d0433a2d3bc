import { z } from "zod";

/**
 * The schema of a record that a library holds. Fields that a later build of the same format may have added are kept as
 * they are, so that opening a library with an earlier build loses nothing; code sees the fields of `shape` only.
 */
export function storedRecord<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.looseObject(shape) as unknown as z.ZodObject<Shape, z.core.$strict>;
}
