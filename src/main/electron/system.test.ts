import { expect, test } from "vitest";
import { joinSystem } from "./system.ts";

test.each([
  [{ platform: "linux", packaged: true, installed: true }, ["switch enable-speech-dispatcher"]],
  [{ platform: "linux", packaged: false, installed: false }, ["switch enable-speech-dispatcher"]],
  [{ platform: "win32", packaged: true, installed: true }, ["links stancemark"]],
  [{ platform: "win32", packaged: true, installed: false }, []],
  [{ platform: "win32", packaged: false, installed: true }, []],
  [{ platform: "darwin", packaged: true, installed: true }, []],
] as const)("on %j it asks the system for %j", (surroundings, wanted) => {
  const asked: string[] = [];
  joinSystem(
    {
      setAsDefaultProtocolClient: (scheme) => asked.push(`links ${scheme}`) > 0,
      commandLine: { appendSwitch: (name) => void asked.push(`switch ${name}`) },
    },
    surroundings,
  );
  expect(asked).toEqual(wanted);
});
