import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import path from "node:path";
import { z } from "zod";
import { writeDurably } from "./durable.ts";

const CoderName = z.string().min(1).max(300);
const ProfileFile = z.object({ name: CoderName, former: z.array(CoderName).max(50) });

/** Who works on this computer: the name that they have chosen, and the names before it, the newest first. */
export type Profile = z.infer<typeof ProfileFile>;

/** The file of the profile, in the folder of what the program stores for this reader. */
export function profileFile(dataFolder: string): string {
  return path.join(dataFolder, "profile.json");
}

/** The profile in a file; undefined where no name was chosen, or the file can't be read. */
export function readProfile(file: string): Profile | undefined {
  try {
    return ProfileFile.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

/** Remember a name, and the one before it among the former ones. The first of those is the system's user name. */
export async function writeProfile(file: string, name: string): Promise<void> {
  const before = readProfile(file) ?? { name: userInfo().username, former: [] };
  const former = [...new Set([before.name, ...before.former])].filter((text) => text !== name);
  await writeDurably(file, `${JSON.stringify({ name, former: former.slice(0, 50) })}\n`);
}
