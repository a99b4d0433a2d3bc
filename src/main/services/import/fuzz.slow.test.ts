import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { seeded } from "../store/memory-disk.cases.ts";
import { closePool } from "../tasks/run-task.ts";
import { openWorkbench } from "../workbench.ts";
import { Fuzzer, forms, ownSeeds } from "./fuzz.cases.ts";

afterAll(closePool);

test("mutated files of every form are read or refused in a sentence; nothing breaks or hangs", {
  timeout: 120_000,
}, async () => {
  const folder = await temporaryFolder();
  const resources = resourcesFolder();
  const crashes: unknown[] = [];
  const note = (error: unknown): void => void crashes.push(error);
  process.on("unhandledRejection", note).on("uncaughtException", note);
  let libraries = 0;
  const fresh = () =>
    openWorkbench({ folder: path.join(folder, String(libraries++)), coder: "Ada", program: "a test", resources });
  const fuzzer = new Fuzzer(await ownSeeds(path.join(folder, "seeds"), resources), seeded(7), fresh);
  const counts = new Map<string, number>();
  for (const form of forms)
    for (let count = 0; count < (form === "pdf" || form === "record" ? 12 : 40); count++) {
      const { kind, why } = await fuzzer.one(form);
      if (kind === "broke" || kind === "stopped") expect([form, count, why]).toEqual([form, count, ""]);
      counts.set(`${form} ${kind}`, (counts.get(`${form} ${kind}`) ?? 0) + 1);
    }
  await fuzzer.close();
  process.off("unhandledRejection", note).off("uncaughtException", note);
  expect(crashes).toEqual([]);
  // The mutations are neither all harmless nor all deadly.
  for (const form of forms)
    expect([form, counts.get(`${form} read`) ?? counts.get(`${form} refused`)]).not.toEqual([form, undefined]);
  expect([...counts.keys()].filter((key) => key.endsWith("read")).length).toBeGreaterThan(4);
  expect([...counts.keys()].filter((key) => key.endsWith("refused")).length).toBeGreaterThan(3);
});
