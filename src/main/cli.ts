import { main } from "./cli/main.ts";

// A reader of our output that goes away (a pager, `head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
// npm's scripts bring their own Node; a bare `stancemark` takes the one it finds.
if ("groupBy" in Map) process.exitCode = await main(process.argv.slice(2));
else {
  process.stderr.write(
    `Node ${process.versions.node} is too old here; run "npm run -s stancemark -- …", which brings its own.\n`,
  );
  process.exitCode = 1;
}
