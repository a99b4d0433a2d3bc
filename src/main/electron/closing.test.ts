import { expect, test } from "vitest";
import { message } from "../../shared/messages/message.ts";
import { type Closing, closeLibrary } from "./closing.ts";

const never = (): Promise<never> => new Promise(() => undefined);
const waiting = { count: 2, reason: message("disk.full") };

/** Closes with these answers; what was done, in order. */
async function run(given: Partial<Closing>): Promise<readonly [string, readonly string[]]> {
  const done: string[] = [];
  const outcome = await closeLibrary({
    unsaved: () => null,
    ask: async ({ count }) => {
      done.push(`asked about ${count}`);
      return true;
    },
    close: async () => {
      done.push("closed");
    },
    limit: never,
    ...given,
  });
  return [outcome, done];
}

test("a library with everything saved is closed without a question", async () => {
  expect(await run({})).toEqual(["closed", ["closed"]]);
});

test("while changes wait for the disk, the reader decides", async () => {
  expect(await run({ unsaved: () => waiting })).toEqual(["closed", ["asked about 2", "closed"]]);
  expect(await run({ unsaved: () => waiting, ask: async () => false })).toEqual(["kept", []]);
});

test("a library that cannot be closed in time does not keep the program", async () => {
  expect(await run({ close: never, limit: async () => undefined })).toEqual(["late", []]);
  expect(await run({ close: () => Promise.reject(new Error("no disk")) })).toEqual(["late", []]);
});
