import { expect, test } from "./fixtures.ts";
import { chooseLanes } from "./lanes.ts";

const cases = [
  { electron: null, display: true, runs: ["web"], say: "not installed" },
  { electron: null, display: false, runs: ["web"], say: "not installed" },
  { electron: "/opt/electron", display: false, runs: ["web"], say: "no display" },
  { electron: "/opt/electron", display: true, runs: ["web", "electron"], say: "runs in /opt/electron" },
];

for (const { runs, say, ...found } of cases)
  test(`with ${found.electron ?? "no runtime"} and ${found.display ? "a" : "no"} display: ${runs.join(" and ")}`, () => {
    const lanes = chooseLanes({ browser: "/usr/bin/chromium", ...found });
    expect(lanes.filter((lane) => lane.runs).map((lane) => lane.name)).toEqual(runs);
    expect(lanes.map((lane) => lane.say).join("\n")).toContain(say);
  });
