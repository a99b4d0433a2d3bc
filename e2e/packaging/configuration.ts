/** How electron-builder makes the installers: AppImage and deb, nsis, dmg. The only place where this is said. */
import path from "node:path";
import { fuses } from "../../src/main/electron/fuses.ts";
import { fileEndings } from "../../src/shared/contract/host.ts";
import { linkScheme } from "../../src/shared/model/claim-link.ts";
import { unpacked } from "./stage.ts";

/** The version of electron-builder that is installed on demand: it brings 230 packages that nothing else needs. */
export const builder = "electron-builder@26.17.0";

/** electron-builder writes the names of fuses with a small letter. */
const electronFuses = Object.fromEntries(
  fuses.map(([name, wanted]) => [`${name.charAt(0).toLowerCase()}${name.slice(1)}`, wanted]),
);

/**
 * `app` is the staged app, `out` where installers go, `electronDist` an unpacked Electron to use instead of a download.
 */
export type Folders = Readonly<{ app: string; icons: string; out: string; electronDist?: string }>;

/** The configuration for these folders. */
export function configuration({ app, icons, out, electronDist }: Folders, electronVersion: string) {
  return {
    appId: "org.stancemark.desktop",
    productName: "Stancemark",
    copyright: "Stancemark contributors, MIT licence",
    directories: { app, output: out, buildResources: icons },
    electronVersion,
    ...(electronDist === undefined ? {} : { electronDist }),
    files: ["**/*"],
    asar: { smartUnpack: false },
    asarUnpack: [...unpacked],
    extraFiles: [
      { from: path.join(app, "LICENSE"), to: "LICENSE.txt" },
      { from: path.join(app, "out/THIRD-PARTY-NOTICES.txt"), to: "THIRD-PARTY-NOTICES.txt" },
      { from: path.join(icons, "sbom.cdx.json"), to: "sbom.cdx.json" },
    ],
    npmRebuild: false,
    nodeGypRebuild: false,
    publish: null,
    electronFuses,
    fileAssociations: [
      {
        ext: fileEndings.bundle[0],
        name: "Stancemark library file",
        role: "Editor",
        mimeType: "application/vnd.stancemark+zip",
      },
      { ext: "pdf", name: "PDF document", role: "Viewer", rank: "Alternate", mimeType: "application/pdf" },
    ],
    protocols: [{ name: "Link to a claim", schemes: [linkScheme] }],
    linux: {
      target: ["AppImage", "deb"],
      category: "Office",
      icon: path.join(icons, "png"),
      syncDesktopName: true,
      maintainer: "Stancemark contributors",
    },
    win: { target: ["nsis"], icon: path.join(icons, "icon.ico") },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      // Removes the links that the program registers when it runs (`electron/system.ts`).
      include: path.join(import.meta.dirname, "uninstall.nsh"),
    },
    mac: {
      target: [{ target: "dmg", arch: ["x64", "arm64"] }],
      icon: path.join(icons, "icon.icns"),
      category: "public.app-category.productivity",
      hardenedRuntime: true,
    },
  } as const;
}
