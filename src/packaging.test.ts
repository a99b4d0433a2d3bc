import { readFileSync } from "node:fs";
import path from "node:path";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { configuration } from "../e2e/packaging/configuration.ts";
import { drawIcon, icnsIcon, icoIcon, pngIcon } from "../e2e/packaging/icon.ts";
import { isStaged, packagesFor, unpacked } from "../e2e/packaging/stage.ts";
import type { Lock } from "../e2e/tools/notices.ts";

const root = path.resolve(import.meta.dirname, "..");
const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as Lock;
const made = configuration({ app: "/app", icons: "/icons", out: "/out" }, "45.4.1");

test("nobody can run the packaged app as Node, inspect it or swap its code", () => {
  // The names are electron-builder's (FuseOptionsV1).
  expect(made.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test("one configuration makes AppImage and deb, nsis, and dmg for both processors, from an archive", () => {
  expect([made.linux.target, made.win.target, made.mac.target]).toEqual([
    ["AppImage", "deb"],
    ["nsis"],
    [{ target: "dmg", arch: ["x64", "arm64"] }],
  ]);
  expect(made.asarUnpack).toEqual([...unpacked]);
  expect(made.asar).toEqual({ smartUnpack: false });
  expect(made.publish).toBeNull();
});

test("library files belong to Stancemark, PDF files only among others, and links to claims open it", () => {
  expect(made.fileAssociations.map(({ ext, role }) => [ext, role])).toEqual([
    ["stancemark", "Editor"],
    ["pdf", "Viewer"],
  ]);
  expect(made.fileAssociations[1]).toHaveProperty("rank", "Alternate");
  expect(made.protocols).toEqual([{ name: "Link to a claim", schemes: ["stancemark"] }]);
});

test("licences and the list of what is inside are files beside the program", () => {
  expect(made.extraFiles.map(({ to }) => to)).toEqual(["LICENSE.txt", "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json"]);
});

test.each([
  [{ os: "linux", cpu: "x64" }, "typst-ts-node-compiler-linux-x64-gnu"],
  [{ os: "darwin", cpu: "arm64" }, "typst-ts-node-compiler-darwin-arm64"],
  [{ os: "win32", cpu: "x64" }, "typst-ts-node-compiler-win32-x64-msvc"],
])("for %j only the typesetter of that system is packed, and nothing of the command line", (target, name) => {
  const packages = packagesFor(lock, target);
  expect(packages.filter((name) => name.includes("typst-ts-node-compiler-"))).toEqual([
    `node_modules/@myriaddreamin/${name}`,
  ]);
  expect(packages).toEqual(expect.arrayContaining(["node_modules/yauzl", "node_modules/tinypool"]));
  for (const other of ["@clack/prompts", "docx", "vitest", "electron"])
    expect(packages).not.toContain(`node_modules/${other}`);
});

test.each([
  ["@embedpdf/fonts-latin", "fonts/NotoSans-Regular.ttf", true],
  ["@embedpdf/fonts-latin", "fonts/NotoSans-SemiBoldItalic.ttf", true],
  ["@embedpdf/fonts-latin", "fonts/NotoSans-Italic.ttf", true],
  ["@embedpdf/fonts-latin", "fonts/NotoSans-Black.ttf", false],
  ["@embedpdf/fonts-latin", "fonts/NotoSans-ExtraLight.ttf", false],
  ["@embedpdf/fonts-sc", "fonts/NotoSansHans-Bold.otf", true],
  ["@embedpdf/fonts-sc", "fonts/NotoSansHans-Medium.otf", false],
  ["@embedpdf/fonts-arabic", "fonts/NotoNaskhArabic-Bold.ttf", true],
  ["@fontsource/noto-sans-thai", "files/noto-sans-thai-thai-400-normal.woff", true],
  ["@fontsource/noto-sans-thai", "files/noto-sans-thai-thai-500-normal.woff", false],
  ["yauzl", "index.js", true],
  ["yauzl", "README.md", false],
  ["yauzl", "LICENSE", true],
  ["saxes", "saxes.d.ts", false],
])("%s of %s is packed: %s", (name, file, packed) => {
  expect(isStaged(name, file)).toBe(packed);
});

test("the icon is drawn in its colours at every size, with clear corners", () => {
  for (const size of [16, 32, 256]) {
    const pixels = drawIcon(size);
    const at = (x: number, y: number): number[] => {
      const place = (Math.floor((y / 32) * size) * size + Math.floor((x / 32) * size)) * 4;
      return [...pixels.subarray(place, place + 4)];
    };
    expect(at(0, 0)[3]).toBeLessThan(40);
    expect(at(4, 28)).toEqual([0x24, 0x50, 0x6f, 255]);
    expect(at(12, 16).slice(0, 3)).toEqual([0xf2, 0xa6, 0x5a]);
  }
});

test("the icon's files have the form of their systems", () => {
  const picture = pngIcon(48);
  expect([picture.subarray(1, 4).toString(), picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([
    "PNG",
    48,
    48,
  ]);
  const data = picture.subarray(picture.indexOf("IDAT") + 4, picture.length - 16);
  expect(inflateSync(data)).toHaveLength(48 * (48 * 4 + 1));
  const ico = icoIcon([16, 256]);
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico[6], ico[22]]).toEqual([1, 2, 16, 0]);
  expect(ico.subarray(ico.readUInt32LE(18) + 1, ico.readUInt32LE(18) + 4).toString()).toBe("PNG");
  const icns = icnsIcon();
  expect([icns.subarray(0, 4).toString(), icns.readUInt32BE(4)]).toEqual(["icns", icns.length]);
  const types: string[] = [];
  for (let place = 8; place < icns.length; place += icns.readUInt32BE(place + 4))
    types.push(icns.subarray(place, place + 4).toString());
  expect(types).toEqual(["ic11", "ic12", "ic07", "ic13", "ic08", "ic14", "ic09", "ic10"]);
});
