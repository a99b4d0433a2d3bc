import { homedir } from "node:os";
import path from "node:path";

/** Where a command runs, as far as the place of the cache depends on it. */
export type CachePlace = Readonly<{ platform: NodeJS.Platform; env: NodeJS.ProcessEnv; home: string }>;

/**
 * The folder in which Node stores what it compiled of the program, so that commands start sooner. It is the reader's
 * own, unlike Node's usual one among everybody's temporary files, where others could put code. In order: within
 * `STANCEMARK_DATA`; the system's folder for caches (XDG Base Directory Specification 0.8 on Linux).
 */
export function codeCacheFolder(
  { platform, env, home }: CachePlace = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const { join } = platform === "win32" ? path.win32 : path.posix;
  if (env.STANCEMARK_DATA) return join(env.STANCEMARK_DATA, "cache");
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(home, "AppData", "Local"), "stancemark", "cache");
  if (platform === "darwin") return join(home, "Library", "Caches", "stancemark");
  return join(env.XDG_CACHE_HOME || join(home, ".cache"), "stancemark");
}
