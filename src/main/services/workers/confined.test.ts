import { readdir, readFile, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../fixture.cases.ts";

const free = ["a file that was given", "a file of the program", "a package of the program"];

test("a worker opens no connection, starts nothing, writes nothing and reads only what it was given", async () => {
  const folder = await temporaryFolder();
  const [outside, allowed] = [path.join(folder, "outside.txt"), path.join(folder, "given.txt")];
  await writeFile(outside, "outside");
  await writeFile(allowed, "given");
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const worker = new Worker(new URL("fixtures/attempts.ts", import.meta.url), {
    workerData: { port, outside, allowed },
  });
  onTestFinished(async () => void (await worker.terminate()));
  const attempts = await new Promise<Record<string, string>>((resolve, reject) => {
    worker.once("message", resolve).once("error", reject);
  });
  expect(Object.keys(attempts).length).toBeGreaterThan(30);
  for (const [name, outcome] of Object.entries(attempts))
    expect([name, outcome]).toEqual([name, free.includes(name) ? "done" : "refused"]);
  expect(connections).toBe(0);
  expect((await readdir(folder)).sort()).toEqual(["given.txt", "outside.txt"]);
  expect(await readFile(allowed, "utf8")).toBe("given");
});

test("the worker shuts itself in", async () => {
  const text = await readFile(path.join(import.meta.dirname, "../tasks/worker.ts"), "utf8");
  expect(text).toMatch(/^import .*"\.[./a-z]*\/confined\.ts";$/m);
});
