import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { connectionsFile, connectionsIn, isHere, watching } from "./watch.ts";

/**
 * Where Node stores what it compiled. Each test has settings of its own, with an empty cache in them, and most servers
 * are killed before they could fill it: without a common one, every process compiles the program again.
 */
const codeCache = path.resolve(import.meta.dirname, "../../.cache/e2e-code");

/** Before the run: all its processes write down their connections. After it: none may have gone beyond this machine. */
export default async function watchConnections(): Promise<() => void> {
  await mkdir(path.dirname(connectionsFile), { recursive: true });
  await writeFile(connectionsFile, "");
  await rm(codeCache, { recursive: true, force: true });
  Object.assign(process.env, watching(connectionsFile), { NODE_COMPILE_CACHE: codeCache });
  return () => {
    const all = connectionsIn(connectionsFile);
    const away = all.filter(({ to }) => !isHere(to));
    if (away.length > 0)
      throw new Error(
        `Something left this machine:\n${away.map((connection) => JSON.stringify(connection)).join("\n")}`,
      );
    const ours = new Set(all.filter(({ who }) => who.includes("cli.js")).map(({ pid }) => pid));
    const pages = all.filter(({ by }) => by === "page").length;
    console.log(
      `connections: ${all.length} written down, by ${ours.size} processes of ours and ${pages} requests of pages; none left this machine`,
    );
    if (ours.size === 0 && pages > 0) throw new Error("The connections of this run were not written down.");
  };
}
