import { expect, test } from "vitest";
import { cuesOf } from "./cues.ts";
import { importText } from "./text.ts";

const subtitles = `WEBVTT

1
00:02:17,400 --> 00:02:20,400
The board has decided that
the tariff will rise.

2
00:02:20,500 --> 00:02:22,500
- Is that certain?
- It is.

00:02.600 --> 00:03.000
ANNA: We were not asked
by anybody.
4
00:03.000 --> 00:05.000 align:middle
Nobody spoke about the farmers, whose wells
had been dry since the month of May in all the south.
`;

const textOf = (lines: "keep" | "join" | null) =>
  importText(subtitles, { warnings: [], lines }).content.text.split("\n");

test("what is spoken in a cue is one paragraph, unless each line is somebody's; times and numbers stay lines", () => {
  expect(textOf(null)).toEqual([
    "WEBVTT",
    "1",
    "00:02:17,400 --> 00:02:20,400",
    "The board has decided that the tariff will rise.",
    "2",
    "00:02:20,500 --> 00:02:22,500",
    "Is that certain?",
    "It is.",
    "00:02.600 --> 00:03.000",
    "ANNA: We were not asked by anybody.",
    "4",
    "00:03.000 --> 00:05.000 align:middle",
    "Nobody spoke about the farmers, whose wells had been dry since the month of May in all the south.",
  ]);
});

test("lines that are to be kept are kept", () => {
  expect(textOf("keep")).toContain("The board has decided that");
});

test.each([
  ["other lines with times", ["10:30 The board met", "11:00 It ended"]],
  ["an arrow in a text", ["The way", "from", "a --> b"]],
  ["nothing", [""]],
])("%s are no cues", (_, lines) => {
  expect(cuesOf(lines)).toBeNull();
});
