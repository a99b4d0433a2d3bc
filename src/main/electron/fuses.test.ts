import { expect, test } from "vitest";
import { fuses, setFuses } from "./fuses.ts";

const mark = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

/** Bytes as they are in Electron 45: the mark, version 1, nine switches. */
function binary(wire: string, version = 1): Uint8Array {
  return Buffer.concat([
    Buffer.from(`ELF…${mark}`),
    Buffer.from([version, wire.length]),
    Buffer.from(wire),
    Buffer.from("…rest"),
  ]);
}

function wireOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  const at = text.indexOf(mark) + mark.length;
  return text.slice(at + 2, at + 2 + text.charCodeAt(at + 1));
}

test("the table is set, in Electron's order, and nothing else is touched", () => {
  const before = binary("101100111");
  const after = setFuses(before);
  expect(wireOf(after)).toBe("010011001");
  const changed = [...after].filter((byte, index) => byte !== before[index]).length;
  expect(after).toHaveLength(before.length);
  expect(changed).toBe(8);
  expect(setFuses(after)).toEqual(after);
});

test("nobody can run the packaged app as Node, inspect it or swap its code", () => {
  expect(Object.fromEntries(fuses)).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  });
});

test("both halves of a universal binary are set", () => {
  const after = Buffer.from(setFuses(Buffer.concat([binary("101100111"), binary("101100111")])));
  expect(wireOf(after)).toBe("010011001");
  expect(wireOf(after.subarray(after.length / 2))).toBe("010011001");
});

test.each([
  ["no binary of Electron", Buffer.from("something else"), /no fuses/],
  ["a version not known here", binary("101100111", 2), /version 2/],
  ["fewer switches than the table", binary("10110"), /has 5 fuses/],
  ["a switch that is gone but wanted", binary("1r1100111"), /no longer has the fuse EnableCookieEncryption/],
])("%s is refused", (_what, bytes, sentence) => {
  expect(() => setFuses(bytes)).toThrow(sentence);
});
