import { spawn } from "node:child_process";
import { type Command, InvalidArgumentError } from "commander";
import { startServer } from "../../web/server.ts";
import { rendererFolder } from "../../web/static.ts";
import { print, type Run } from "../run.ts";

/** serve: the web host, until it is stopped. */
export function serveCommand(program: Command, run: Run): void {
  program
    .command("serve")
    .description("the workbench in a browser, on this machine only")
    .option("--port <n>", "0 takes a free one", port, 0)
    .option("--open", "open it in the browser")
    .action((options: { port: number; open?: boolean }, command: Command) =>
      run(command, async (workbench, json) => {
        const host = await startServer({ workbench, port: options.port, staticFolder: rendererFolder() });
        const { access, notices } = await workbench.state({});
        for (const notice of notices) process.stderr.write(`${notice}\n`);
        if (access.mode === "read") process.stderr.write(`${access.reason}\n`);
        print(json, { url: host.url }, [`Open ${host.url}`, "It stays open until you press Ctrl+C."]);
        if (options.open) openInBrowser(host.url);
        await new Promise((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve));
        await host.close();
        return undefined;
      }),
    );
}

function openInBrowser(url: string): void {
  const [command, ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[process.platform as string] ?? [
    "xdg-open",
  ];
  spawn(command ?? "xdg-open", [...args, url], { detached: true, stdio: "ignore" })
    .on("error", () => process.stderr.write("No browser could be opened; open the address yourself.\n"))
    .unref();
}

function port(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > 65_535) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return number;
}
