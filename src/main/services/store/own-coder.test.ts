import { expect, onTestFinished, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { newIssue, temporaryFolder } from "../fixture.cases.ts";
import { FileLibrary } from "./library.ts";
import type { CoderNames } from "./own-coder.ts";

async function open(folder: string, coder: string | CoderNames): Promise<FileLibrary> {
  const store = await FileLibrary.open(folder, { program: "a test", coder });
  onTestFinished(() => store.close());
  return store;
}

const names = (store: FileLibrary): string[] => Object.values(store.library.coders).map(({ name }) => name);

test("a coder without changes is named without one; the first change has the name", async () => {
  const store = await open(await temporaryFolder(), "root");
  await store.nameCoder("Amina Khan");
  expect([store.last, store.state().coderName]).toEqual([0, "Amina Khan"]);
  await store.commit("Add A", [newIssue("A")]);
  expect(names(store)).toEqual(["Amina Khan"]);
});

test("a coder with changes is renamed by a change of its own that can be undone", async () => {
  const store = await open(await temporaryFolder(), "root");
  await store.commit("Add A", [newIssue("A")]);
  await store.nameCoder("Amina Khan");
  expect(inWords(store.state())).toMatchObject({ undo: "Change the coder’s name to Amina Khan" });
  expect(names(store)).toEqual(["Amina Khan"]);
  await store.undo();
  await store.commit("Add B", [newIssue("B")]);
  expect(names(store)).toEqual(["root"]);
});

test("a library that knows the coder by a former name keeps them, and has the new name with the next change", async () => {
  const folder = await temporaryFolder();
  const before = await open(folder, "root");
  await before.commit("Add A", [newIssue("A")]);
  await before.close();
  const store = await open(folder, { name: "Amina Khan", former: ["amina", "root"] });
  expect([store.coder, names(store)]).toEqual([before.coder, ["root"]]);
  await store.commit("Add B", [newIssue("B")]);
  await store.commit("Add C", [newIssue("C")]);
  expect([store.last, names(store)]).toEqual([3, ["Amina Khan"]]);
});

test("the name of another coder is refused, and nothing changes", async () => {
  const folder = await temporaryFolder();
  const first = await open(folder, "Ada");
  await first.commit("Add A", [newIssue("A")]);
  await first.close();
  const store = await open(folder, "root");
  await expect(store.nameCoder("Ada")).rejects.toThrow(/another coder/);
  expect([store.last, store.state().coderName, names(store)]).toEqual([1, "root", ["Ada"]]);
});
