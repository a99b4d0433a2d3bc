import { writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../fixture.cases.ts";
import { profileFile, readProfile, writeProfile } from "./profile.ts";

test("a chosen name is remembered with those before it, the newest first, each once", async () => {
  const file = profileFile(path.join(await temporaryFolder(), "data"));
  expect(readProfile(file)).toBeUndefined();
  for (const name of ["Amina", "Amina Khan", "Amina", "A. Khan"]) await writeProfile(file, name);
  expect(readProfile(file)).toEqual({ name: "A. Khan", former: ["Amina", "Amina Khan", userInfo().username] });
});

test.each(["", "{", "[]", '{"name":"","former":[]}', '{"name":"A"}'])("%j is no profile", async (text) => {
  const file = path.join(await temporaryFolder(), "profile.json");
  await writeFile(file, text);
  expect(readProfile(file)).toBeUndefined();
});
