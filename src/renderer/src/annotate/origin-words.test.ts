import { expect, test } from "vitest";
import { carriedOrigin } from "../../../shared/claims/versions.ts";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { recordOf } from "../../../shared/model/by-paper.ts";
import { originSentence } from "./origin-words.ts";

const made = recordOf(sampleLibrary().annotations, ids.paper, ids.claim);
if (made === undefined) throw new Error("the sample has no claim");
const from = (tool: string, kind: string, foreignId: string | null = "a") =>
  originSentence({ ...made, origin: { tool, kind, colour: null, foreignId } });

test.each([
  ["pdf", "highlight", "annotate.origin"],
  ["pdf", "square", "annotate.origin"],
  ["docx", "comment", "annotate.originDocument"],
  ["odt", "comment", "annotate.originDocument"],
  ["rtf", "comment", "annotate.originDocument"],
  [carriedOrigin.tool, carriedOrigin.kind, "annotate.originEarlier"],
])("an annotation that is a %s %s says %s", (tool, kind, sentence) => {
  expect(from(tool, kind)).toBe(sentence);
});

test("one that was made here says nothing", () => {
  expect(originSentence(made)).toBeNull();
});
