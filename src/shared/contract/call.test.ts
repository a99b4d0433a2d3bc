import { expect, test } from "vitest";
import { callWorkbench } from "./call.ts";
import { contract, type Workbench } from "./workbench.ts";

/** A workbench that says what it was called with. */
const workbench = new Proxy({} as Workbench, {
  get: (_target, name) => (args: unknown) => Promise.resolve([name, args]),
});

test("a call gets its arguments checked, as the contract reads them", async () => {
  expect(await callWorkbench(workbench, "search", { query: "weir" })).toEqual(["search", { query: "weir" }]);
  expect(await callWorkbench(workbench, "undo", {})).toEqual(["undo", {}]);
});

test.each(["", "nothing", "constructor", "toString", "__proto__", "hasOwnProperty", "then", "x".repeat(500)])(
  "there is no call %j",
  async (name) => {
    const sentence = `There is no call “${name.slice(0, 50)}”.`;
    await expect(callWorkbench(workbench, name, {})).rejects.toMatchObject({ code: "invalid", message: sentence });
  },
);

test.each(Object.keys(contract))("%s takes nothing that is not in the contract", async (name) => {
  for (const args of [undefined, null, 7, "x", [], { surplus: 1 }, JSON.parse('{"__proto__": {"a": 1}, "b": 1}')])
    await expect(callWorkbench(workbench, name, args)).rejects.toMatchObject({ name: "ZodError" });
});
