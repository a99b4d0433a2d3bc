/**
 * Where the switches are in Electron's binary (electron/docs/tutorial/fuses.md): this mark, version, count, one byte
 * each.
 */
const mark = Buffer.from("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX");
const [off, on, removed] = [0x30, 0x31, 0x72] as const;

/**
 * What the packaged app can do no more, in the order of Electron's switches (version 1). Whoever can start a program as
 * the reader cannot use ours as a Node interpreter, nor attach to it, nor swap its code.
 */
export const fuses = [
  ["RunAsNode", false],
  ["EnableCookieEncryption", true],
  ["EnableNodeOptionsEnvironmentVariable", false],
  ["EnableNodeCliInspectArguments", false],
  ["EnableEmbeddedAsarIntegrityValidation", true],
  ["OnlyLoadAppFromAsar", true],
  ["LoadBrowserProcessSpecificV8Snapshot", false],
  ["GrantFileProtocolExtraPrivileges", false],
] as const;

/**
 * Electron's binary with the table set; all copies of the switches in it (a universal macOS binary has two). Switches
 * that this Electron knows beyond the table stay. Throws when there are none, or fewer than the table.
 */
export function setFuses(binary: Uint8Array): Uint8Array {
  const out = Buffer.from(binary);
  const found = [...positions(out)];
  if (found.length === 0) throw new Error("This is not Electron's binary: it has no fuses.");
  for (const at of found) {
    const [version, count] = [out[at], out[at + 1] ?? 0];
    if (version !== 1) throw new Error(`The fuses have version ${version}; version 1 is known here.`);
    if (count < fuses.length) throw new Error(`This Electron has ${count} fuses; the table has ${fuses.length}.`);
    for (const [index, [name, wanted]] of fuses.entries()) {
      const place = at + 2 + index;
      if (out[place] === removed) {
        if (wanted) throw new Error(`This Electron no longer has the fuse ${name}.`);
        continue;
      }
      out[place] = wanted ? on : off;
    }
  }
  return out;
}

function* positions(binary: Buffer): Generator<number> {
  for (let at = binary.indexOf(mark); at >= 0; at = binary.indexOf(mark, at + 1)) yield at + mark.length;
}
