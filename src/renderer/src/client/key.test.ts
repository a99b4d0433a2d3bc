import { expect, test } from "vitest";
import { failureOf } from "../../../shared/contract/reply.ts";
import { encode } from "../../../shared/contract/wire.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { enter, keyHeader } from "./key.ts";

/** A browser at an address, whose server answers with this. */
function browser(search: string, reply: object | null, stored: string | null = null) {
  const storage = new Map(stored === null ? [] : [["key", stored]]);
  const shown: string[] = [];
  const asked: (readonly [string, unknown])[] = [];
  return {
    shown,
    asked,
    stored: () => storage.get("key"),
    enter: () =>
      enter({
        location: { search, pathname: "/" },
        history: { replaceState: (_state, _title, url) => void shown.push(String(url)) },
        storage: {
          getItem: (name) => storage.get(name) ?? null,
          setItem: (name, value) => void storage.set(name, value),
        },
        send: async (input, init) => {
          asked.push([String(input), init?.headers]);
          if (reply === null) throw new TypeError("Failed to fetch");
          return new Response(encode(reply));
        },
      }),
  };
}

const used = { ok: false, error: failureOf(new WorkbenchError("refused", message("web.usedAddress"))) };

test("the key of the address is exchanged for the window's, and leaves the address at once", async () => {
  const at = browser("?token=abc", { ok: true, value: { key: "secret" } });
  const entered = at.enter();
  expect(at.shown).toEqual(["/"]);
  await entered;
  expect([at.asked, at.stored()]).toEqual([[["/api/enter", { Authorization: "Bearer abc" }]], "secret"]);
});

test("a used address says so, or goes on with the key of another window", async () => {
  await expect(browser("?token=abc", used).enter()).rejects.toMatchObject({ reason: { key: "web.usedAddress" } });
  const other = browser("?token=abc", used, "secret");
  await other.enter();
  expect([other.stored(), other.shown]).toEqual(["secret", ["/"]]);
});

test("a page without a key in its address asks for nothing, and a server that is gone is not asked twice", async () => {
  const plain = browser("", used);
  await plain.enter();
  const gone = browser("?token=abc", null);
  await gone.enter();
  expect([plain.asked, plain.shown, gone.asked.length]).toEqual([[], [], 1]);
});

test("the key is shown in a header, or none is", () => {
  expect(keyHeader({ getItem: () => "secret" })).toEqual({ Authorization: "Bearer secret" });
  expect(keyHeader({ getItem: () => null })).toEqual({});
});
