/**
 * The gate for the store's promises: long random histories, killed or failing at random calls, and real processes
 * killed by SIGKILL. Run by hand: `node bench/faults.ts [kills] [seed]`. Ends with code 1 at the first broken promise.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { verify } from "../src/main/services/maintenance/verify.ts";
import { type Account, failEach, live, sessionOf, troubles } from "../src/main/services/store/crash.cases.ts";
import { FileLibrary } from "../src/main/services/store/library.ts";
import { seeded } from "../src/main/services/store/memory-disk.cases.ts";
import { corruptAtRandom } from "./corruptions.ts";
import { clocks, permissions, races } from "./faults-around.ts";

const kills = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000) | 1;
const chance = seeded(seed);

for (const kind of ["kill", "fail"] as const) {
  const began = Date.now();
  let changes = 0;
  let done = 0;
  while (done < kills) {
    const sessions = Array.from({ length: 1 + chance(8) }, () => sessionOf(kind, chance));
    const account: Account = await live(sessions, chance);
    changes += account.acknowledged.length;
    done += account.faults;
  }
  const what =
    kind === "kill"
      ? "kills at a writing call (half of them with a power cut)"
      : "failing calls (ENOSPC, EIO, EPERM, EROFS, ENOENT)";
  console.log(`${done} ${what}: ${changes} changes acknowledged, none lost, ${Date.now() - began} ms`);
}

for (const [what, faultAt] of troubles) {
  const { faults, acknowledged } = await failEach(faultAt);
  console.log(
    `${faults} calls of one session in turn, ${what}: ${acknowledged.length} changes acknowledged, none lost`,
  );
}

const folder = await mkdtemp(path.join(tmpdir(), "stancemark-faults-"));
const rounds = Math.ceil(kills / 20);
let acknowledged = 0;
const began = Date.now();
for (let round = 0; round < rounds; round++) {
  const committed = await commitUntilKilled(chance(120));
  acknowledged += committed.length;
  const store = await FileLibrary.open(folder, { program: "the bench", coder: "Ada" });
  const names = new Set(Object.values(store.library.issues).map((issue) => issue.name));
  const lost = committed.filter((name) => !names.has(name));
  const { problems } = await verify(store);
  if (lost.length > 0 || problems.length > 0)
    throw new Error(`round ${round}: lost ${lost.length}, ${problems.join(" ")}`);
  await store.close();
}
await rm(folder, { recursive: true });
console.log(
  `${rounds} processes ended by SIGKILL: ${acknowledged} changes acknowledged, none lost, ${Date.now() - began} ms`,
);
for (const around of [
  () => corruptAtRandom(kills, chance),
  () => races(Math.ceil(kills / 2)),
  () => clocks(Math.ceil(kills / 5), chance),
  () => permissions(Math.ceil(kills / 20), chance),
]) {
  const start = Date.now();
  console.log(`${await around()}, ${Date.now() - start} ms`);
}
console.log(`seed ${seed}`);

/** Commits in a process of its own until it is killed; the names it said were kept. */
function commitUntilKilled(after: number): Promise<string[]> {
  const script = `
    import { FileLibrary } from ${JSON.stringify(new URL("../src/main/services/store/library.ts", import.meta.url).href)};
    const sizes = { compactEvery: 20, segmentBytes: 20000 };
    const store = await FileLibrary.open(${JSON.stringify(folder)}, { program: "a child", coder: "Ada", sizes });
    const one = async () => {
      const id = crypto.randomUUID();
      const to = { id, name: id, parent: null, definition: "", colour: "#000000", key: null, rank: 1 };
      await store.commit("Add", [{ table: "issues", from: null, to }]);
      process.stdout.write(id + "\\n");
    };
    for (;;) await Promise.all([one(), one(), one()]);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve) => {
    let output = "";
    child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), after));
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on("close", () => resolve(output.split("\n").slice(0, -1)));
  });
}
