import { expect, test } from "vitest";
import { chooseWindow } from "./choose-window.ts";

test.each([
  [{ electron: "/e", browser: "/b", display: true }, "electron"],
  [{ electron: null, browser: "/b", display: true }, "browser"],
  [{ electron: null, browser: null, display: true }, "address"],
  [{ electron: "/e", browser: "/b", display: false }, "address"],
])("npm start with %j opens %s", (found, kind) => {
  const choice = chooseWindow(found);
  expect(choice.kind).toBe(kind);
  expect(choice.kind === "electron" || choice.say !== "").toBe(true);
});

test("the reason why there is no runtime is said", () => {
  const choice = chooseWindow({ electron: null, reason: "ENOTFOUND github.com", browser: "/b", display: true });
  expect(choice.say).toContain("could not be downloaded (ENOTFOUND github.com)");
});
