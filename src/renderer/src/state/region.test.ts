import { expect, test } from "vitest";
import { libraryWith } from "../../../shared/codebook/codebook.cases.ts";
import type { Region } from "../../../shared/model/annotation.ts";
import { AnnotationId, newId } from "../../../shared/model/ids.ts";
import { composeClaim, selectAnnotation, selectWords, useReading } from "./reading.ts";
import { draftRegion, useRegion } from "./region.ts";
import { openWindow } from "./window.cases.ts";

const region: Region = { page: 0, x: 10, y: 10, width: 50, height: 40, quote: "" };

test("a new rectangle takes the place of what was selected, so that no key is meant for that", () => {
  openWindow(libraryWith(["Water"]), "Fares will rise. Nobody asked.");
  selectWords({ start: 0, end: 5 });
  selectAnnotation(newId(AnnotationId));
  composeClaim();
  draftRegion(region, null, false);
  expect(useReading.getState()).toMatchObject({ range: null, selected: null, composing: false });
  expect(useRegion.getState().draft).toMatchObject({ annotation: null, region });
});

test("the rectangle of a claim that is moved stays selected", () => {
  openWindow(libraryWith(["Water"]), "Fares will rise. Nobody asked.");
  const id = newId(AnnotationId);
  selectAnnotation(id);
  draftRegion(region, id, false);
  expect(useReading.getState().selected).toBe(id);
  expect(useRegion.getState().draft).toMatchObject({ annotation: id, region });
});
