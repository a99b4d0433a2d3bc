import nodeModule from "node:module";
import { codeCacheFolder } from "./cli/code-cache.ts";
import { tooOld } from "./cli/node-version.ts";
import { programVersion } from "./cli/version.ts";

// A reader of our output that goes away (a pager, `head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
const refusal = tooOld(process.versions.node);
const [first, ...others] = process.argv.slice(2);
// The commands take ten times as long to load as this takes to answer.
if ((first === "--version" || first === "-V") && others.length === 0) process.stdout.write(`${programVersion()}\n`);
else if (refusal === null) {
  // Where it cannot be written, Node goes on without it.
  nodeModule.enableCompileCache(codeCacheFolder());
  process.exitCode = await (await import("./cli/main.ts")).main(process.argv.slice(2));
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 1;
}
