import { afterEach, expect, test, vi } from "vitest";
import { encode } from "../../../shared/contract/wire.ts";
import { methods } from "../../../shared/contract/workbench.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { connect } from "./client.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The workbench of a page whose server is reached by `send`. */
function workbenchOver(send: () => Promise<Response>) {
  const storage = { getItem: () => "a key", setItem: () => undefined };
  vi.stubGlobal("location", { search: "", pathname: "/" });
  vi.stubGlobal("history", { replaceState: () => undefined });
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("fetch", send);
  return connect().workbench;
}

/** The key of the message that a call fails with. */
async function failureOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof WorkbenchError ? error.reason.key : String(error);
}

const gone = (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));

test("without an answer, calls that only show something promise nothing about unsaved work, all others do", async () => {
  const workbench = workbenchOver(gone);
  const call = (name: (typeof methods)[number]): Promise<string> =>
    failureOf((workbench[name] as (args: unknown) => Promise<unknown>)({}));
  const showing = ["paperRecords", "content", "history", "search", "analyse", "pageText", "pagePicture"] as const;
  for (const name of showing) expect([name, await call(name)]).toEqual([name, "connection.noAnswer"]);
  for (const name of ["commit", "undo", "importPaper", "setCoderName"] as const)
    expect([name, await call(name)]).toEqual([name, "connection.lost"]);
  expect(methods).toEqual(expect.arrayContaining([...showing]));
});

test("a failure of the program is what it says, and an answer of something else is quoted", async () => {
  const json = { "Content-Type": "application/json" };
  const error = { code: "conflict", reason: { key: "edit.conflict", values: {} }, message: "" };
  const refused = workbenchOver(async () => new Response(encode({ ok: false, error }), { headers: json }));
  expect(await failureOf(refused.history({}))).toBe("edit.conflict");
  const stranger = workbenchOver(
    async () => new Response("<p>Sign in</p>", { headers: { "Content-Type": "text/html" } }),
  );
  const failure = await stranger.history({}).catch((reason: unknown) => reason);
  expect(failure).toMatchObject({ reason: { key: "general.internal", values: { detail: "<p>Sign in</p>" } } });
});
