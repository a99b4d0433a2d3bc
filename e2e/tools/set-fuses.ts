import { readFile, writeFile } from "node:fs/promises";
import { setFuses } from "../../src/main/electron/fuses.ts";

/**
 * For whoever packages the app: `node e2e/tools/set-fuses.ts BINARY`, after Electron is copied and before it is signed.
 */
const [binary] = process.argv.slice(2);
if (binary === undefined) throw new Error("Say which binary of Electron is meant.");
await writeFile(binary, setFuses(await readFile(binary)));
console.log(`The fuses of ${binary} are set.`);
