import { expect, test } from "vitest";
import type { PdfAnnotation } from "./annotations.ts";
import { isOwn, ownName } from "./marks.ts";

const id = "018f0000-0000-7000-8000-000000000001";
const mark = (name: string): PdfAnnotation & { page: number } => ({
  subtype: "highlight",
  box: [0, 0, 1, 1],
  quads: [],
  name,
  author: "",
  contents: "",
  subject: "",
  created: "",
  modified: "",
  colour: null,
  inReplyTo: "",
  hidden: false,
  page: 0,
});

test.each([
  [id, id],
  [`${id}-p2`, id],
  [`${id}-p10`, id],
  [`${id}-p`, `${id}-p`],
  [`${id}-px`, `${id}-px`],
  [`${id}-p2-p3`, `${id}-p2`],
  [`x-p2x`, `x-p2x`],
  ["", ""],
])("the identifier in the name %j is %j", (name, own) => {
  expect(ownName(name)).toBe(own);
});

test.each([
  [id, true],
  [`${id}-p2`, true],
  [`${id}-p2-p3`, false],
  [id.toUpperCase(), false],
  ["", false],
  ["another", false],
])("a mark named %j is our own: %s", (name, own) => {
  expect(isOwn(mark(name), new Set([id]))).toBe(own);
});
