import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** Where a program runs, as far as the place of its data depends on it. */
export type DataPlace = Readonly<{
  platform?: NodeJS.Platform;
  env?: NodeJS.ProcessEnv;
  home?: string;
  /** The packaged program's own file; null for the command line, which cannot be portable. */
  program?: string | null;
  exists?: (file: string) => boolean;
}>;

/**
 * The folder of what Stancemark stores for this reader: the default library, the window's own settings and the log. The
 * desktop app and the command line use the same one. In order: `STANCEMARK_DATA`; a folder `data` beside a packaged
 * program (portable mode); the system's folder for data that stays on this computer (XDG Base Directory Specification
 * 0.8 on Linux, Local AppData on Windows, Application Support on macOS). A folder where an earlier version began a
 * library stays in use.
 */
export function dataFolder({
  platform = process.platform,
  env = process.env,
  home = homedir(),
  program = null,
  exists = existsSync,
}: DataPlace = {}): string {
  const { join } = platform === "win32" ? path.win32 : path.posix;
  const chosen = env.STANCEMARK_DATA ?? "";
  if (chosen !== "") return chosen;
  const portable = program === null ? null : portableFolder(platform, env, program);
  if (portable !== null && exists(portable)) return portable;
  const name = "stancemark";
  if (platform === "darwin") return join(home, "Library", "Application Support", name);
  const [now, before] =
    platform === "win32"
      ? [env.LOCALAPPDATA ?? join(home, "AppData", "Local"), env.APPDATA ?? join(home, "AppData", "Roaming")]
      : [env.XDG_DATA_HOME || join(home, ".local", "share"), env.XDG_CONFIG_HOME || join(home, ".config")];
  const earlier = join(before, name);
  return exists(join(earlier, "library")) && !exists(join(now, name, "library")) ? earlier : join(now, name);
}

/** The library of a reader who names none. */
export function defaultLibrary(place: DataPlace = {}): string {
  const { join } = (place.platform ?? process.platform) === "win32" ? path.win32 : path.posix;
  return join(dataFolder(place), "library");
}

/**
 * The folder that makes a packaged program portable when it exists: `data` beside the AppImage, beside the bundle on
 * macOS, beside the program elsewhere.
 */
function portableFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, program: string): string {
  const { dirname, join } = platform === "win32" ? path.win32 : path.posix;
  if (platform === "linux" && env.APPIMAGE) return join(dirname(env.APPIMAGE), "data");
  // Stancemark.app/Contents/MacOS/Stancemark
  if (platform === "darwin") return join(dirname(dirname(dirname(dirname(program)))), "data");
  return join(dirname(program), "data");
}
