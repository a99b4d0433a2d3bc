import { expect, test } from "vitest";
import { dataFolder, defaultLibrary } from "./data-folder.ts";

const none = (): boolean => false;
const only =
  (...found: readonly string[]) =>
  (file: string): boolean =>
    found.includes(file);

test.each([
  ["linux", {}, "/home/a", "/home/a/.local/share/stancemark"],
  ["linux", { XDG_DATA_HOME: "/data" }, "/home/a", "/data/stancemark"],
  ["linux", { XDG_DATA_HOME: "" }, "/home/a", "/home/a/.local/share/stancemark"],
  ["darwin", {}, "/Users/a", "/Users/a/Library/Application Support/stancemark"],
  ["win32", {}, "C:\\Users\\a", "C:\\Users\\a\\AppData\\Local\\stancemark"],
  ["win32", { LOCALAPPDATA: "D:\\Local", APPDATA: "D:\\Roaming" }, "C:\\Users\\a", "D:\\Local\\stancemark"],
] as const)(
  "on %s with %j data is in the folder for data that stays on this computer",
  (platform, env, home, folder) => {
    expect(dataFolder({ platform, env, home, exists: none })).toBe(folder);
  },
);

test.each([
  ["linux", "/home/a", "/home/a/.config/stancemark", "/home/a/.local/share/stancemark"],
  ["win32", "C:\\Users\\a", "C:\\Users\\a\\AppData\\Roaming\\stancemark", "C:\\Users\\a\\AppData\\Local\\stancemark"],
] as const)(
  "on %s a library of an earlier version stays in use until there is a new one",
  (platform, home, earlier, now) => {
    const separator = platform === "win32" ? "\\" : "/";
    const [before, after] = [earlier, now].map((folder) => `${folder}${separator}library`);
    expect(dataFolder({ platform, env: {}, home, exists: only(before ?? "") })).toBe(earlier);
    expect(dataFolder({ platform, env: {}, home, exists: only(before ?? "", after ?? "") })).toBe(now);
  },
);

test.each([
  ["linux", "/opt/s/stancemark", {}, "/opt/s/data"],
  ["linux", "/tmp/.mount/stancemark", { APPIMAGE: "/media/stick/Stancemark.AppImage" }, "/media/stick/data"],
  ["darwin", "/Volumes/Stick/Stancemark.app/Contents/MacOS/Stancemark", {}, "/Volumes/Stick/data"],
  ["win32", "E:\\Stancemark\\Stancemark.exe", {}, "E:\\Stancemark\\data"],
] as const)("on %s a folder “data” beside %s makes it portable", (platform, program, env, folder) => {
  expect(dataFolder({ platform, env, home: "/h", program, exists: only(folder) })).toBe(folder);
  expect(dataFolder({ platform, env, home: "/h", program, exists: none })).not.toBe(folder);
  expect(dataFolder({ platform, env, home: "/h", exists: only(folder) })).not.toBe(folder);
});

test("a folder that the reader names comes before all others, and the default library is in it", () => {
  const env = { STANCEMARK_DATA: "/mine" };
  expect(dataFolder({ platform: "linux", env, home: "/h", exists: () => true })).toBe("/mine");
  expect(defaultLibrary({ platform: "linux", env, home: "/h", exists: none })).toBe("/mine/library");
  expect(defaultLibrary({ platform: "win32", env: {}, home: "C:\\a", exists: none })).toBe(
    "C:\\a\\AppData\\Local\\stancemark\\library",
  );
});
