import { readFile, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { digest } from "../files/digest.ts";
import { noPause } from "../files/pause.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { DurableFile, format, openEnvelope, openEnvelopeSlowly, openSnapshot } from "./snapshot.ts";

const State = z.strictObject({ count: z.int() });

async function twoStates(): Promise<string> {
  const file = path.join(await temporaryFolder(), "state.json");
  const snapshot = new DurableFile(file, State);
  await snapshot.write({ count: 1 });
  await snapshot.write({ count: 2 });
  return file;
}

async function read(file: string) {
  const snapshot = new DurableFile(file, State);
  return { state: await snapshot.read(), notices: snapshot.notices };
}

test("the newest state is read", async () => {
  expect(await read(await twoStates())).toEqual({ state: { count: 2 }, notices: [] });
});

test("a snapshot cut anywhere gives the state before, with a notice", async () => {
  const file = await twoStates();
  const whole = await readFile(file);
  for (let length = 0; length < whole.length; length++) {
    await writeFile(file, whole);
    await truncate(file, length);
    expect(inWords(await read(file))).toMatchObject({
      state: { count: 1 },
      notices: [expect.stringContaining("last good copy")],
    });
  }
});

test("a flipped bit is noticed wherever it is", async () => {
  const file = await twoStates();
  const whole = await readFile(file);
  for (let offset = whole.indexOf('"sha256"'); offset < whole.length; offset++) {
    const flipped = Buffer.from(whole);
    flipped[offset] = (flipped[offset] ?? 0) ^ 1;
    await writeFile(file, flipped);
    expect((await read(file)).state).toEqual({ count: 1 });
  }
});

test("read with pauses, an envelope is the same, whole or damaged anywhere, with and without the copy's checksum", async () => {
  const file = await twoStates();
  const whole = await readFile(file);
  const body = '{"count":"\u00e9\u00df"}';
  const old = Buffer.from(`{"format":${format},"sha256":"${digest(body)}","state":${body}}\n`);
  expect(openEnvelope(old)).toMatchObject({ body, before: undefined });
  for (const bytes of [whole, await readFile(`${file}.bak`), old]) {
    const changed = [bytes, Buffer.alloc(0), Buffer.concat([bytes, Buffer.from("x")])];
    for (let offset = 0; offset < bytes.length; offset++) {
      const flipped = Buffer.from(bytes);
      flipped[offset] = (flipped[offset] ?? 0) ^ (1 << (offset % 8));
      changed.push(flipped, bytes.subarray(0, offset));
    }
    for (const bytes of changed) {
      const [plainly, slowly] = await Promise.all(
        [async () => openEnvelope(bytes), () => openEnvelopeSlowly(bytes, noPause)].map((work) => work().catch(String)),
      );
      expect([bytes.toString(), slowly]).toEqual([bytes.toString(), plainly]);
    }
  }
});

test("a damaged snapshot never takes the place of its good copy", async () => {
  const file = await twoStates();
  await writeFile(file, "junk");
  const snapshot = new DurableFile(file, State);
  await snapshot.read();
  await snapshot.write({ count: 3 });
  await writeFile(file, "junk");
  expect((await read(file)).state).toEqual({ count: 1 });
});

test("with both copies gone there is no state, and that is said", async () => {
  const file = await twoStates();
  await writeFile(file, "junk");
  await writeFile(`${file}.bak`, "junk");
  expect(inWords(await read(file))).toEqual({ state: null, notices: [expect.stringContaining("journal")] });
});

test("files of a newer version of Stancemark are refused", async () => {
  const file = await twoStates();
  await writeFile(file, (await readFile(file, "utf8")).replace(`"format":${format}`, `"format":${format + 1}`));
  await expect(read(file)).rejects.toThrow(/newer version of Stancemark/);
});

test("without a file the fresh state is used", async () => {
  const { low, notices } = await openSnapshot(path.join(await temporaryFolder(), "state.json"), State, { count: 0 });
  expect([low.data, notices]).toEqual([{ count: 0 }, []]);
});
