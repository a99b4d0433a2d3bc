import { expect, test } from "vitest";
import { parseLaunch, plainLaunch } from "./launch.ts";

test.each([
  [[], {}],
  [["--library", "work"], { library: "/home/a/work" }],
  [["--library=/data/lib"], { library: "/data/lib" }],
  [["--library"], {}],
  [["--library="], {}],
  [["--self-test", "/tmp/t"], { selfTest: "/tmp/t" }],
  [["a.pdf", "/b/c d.md"], { files: ["/home/a/a.pdf", "/b/c d.md"] }],
  [["--inspect=0", "--no-sandbox", "/prog", "a.pdf"], { files: ["/home/a/a.pdf"] }],
  [["--disable-gpu", ""], {}],
  [["stancemark://claim/01a20bdb-fe82-7357-a137-135727c15a4b"], { claims: ["01a20bdb-fe82-7357-a137-135727c15a4b"] }],
  [["stancemark://run/anything", "stancemark:x"], {}],
  [["--library", "l", "p.pdf"], { library: "/home/a/l", files: ["/home/a/p.pdf"] }],
] as const)("%j asks for %j", (args, asked) => {
  expect(parseLaunch(args, "/home/a", "/prog")).toEqual({ ...plainLaunch, ...asked });
});
