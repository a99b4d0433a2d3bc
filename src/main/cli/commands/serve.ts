import type { Command } from "commander";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { childProcess, net } from "../../services/files/built-in.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { comingWorkbench } from "../../web/coming-workbench.ts";
import { isLoopback } from "../../web/guard.ts";
import { rendererFolder } from "../../web/static.ts";
import { type CommandRun, complain, printResult } from "../run.ts";
import { wholeNumber } from "../usage.ts";

type Options = { port: number; address: string; open?: boolean; once?: boolean; letOthersIn?: boolean };

/**
 * What to say before others can reach a library; null on the loopback interface. Throws when nobody allowed it in plain
 * words.
 */
export function warningFor(address: string, letOthersIn: boolean): Message | null {
  if (net().isIP(address) === 0 || isLoopback(address)) return null;
  if (!letOthersIn) throw new WorkbenchError("refused", message("cli.exposed", { address }));
  return message("cli.exposedWarning", { address });
}

/** serve: the web host, until it is stopped. */
export function serveCommand(program: Command, run: CommandRun): void {
  program
    .command("serve")
    .description("open the workbench in a browser, on this computer only")
    .option("--port <n>", "0 for any free port", wholeNumber(0, 65_535), 0)
    .option("--open", "open the default browser")
    .option("--once", "print one address only; each works once")
    .option("--address <ip>", "local address to listen on", "127.0.0.1")
    .option("--let-others-in", "allow an address that other computers can reach")
    .action((options: Options, command: Command) => {
      // Heard from the start, since the address is there before the library is open.
      const stopped = new Promise((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve));
      return run(
        command,
        async (workbench) => {
          const { access, notices } = await workbench.state({});
          for (const notice of notices) complain(notice);
          if (access.mode === "read") complain(access.reason);
          await stopped;
          return undefined;
        },
        {
          program: "the web host",
          patience: Number.POSITIVE_INFINITY,
          begin: (opening, json) => serve(options, opening, json),
        },
      );
    });
}

/** Serve a library that is being opened, so that the window loads meanwhile; gives what ends it. */
async function serve(options: Options, opening: Promise<OpenWorkbench>, json: boolean): Promise<() => Promise<void>> {
  const { port, address } = options;
  let isLost = false;
  opening.catch(() => {
    isLost = true;
  });
  const warning = warningFor(address, options.letOthersIn === true);
  const { startServer } = await import("../../web/server.ts");
  const host = await startServer({
    workbench: comingWorkbench(opening),
    port,
    address,
    staticFolder: rendererFolder(),
    onEntered: () => {
      if (!json && !options.once) printResult(json, null, [message("cli.openAgain", { url: host.newAddress() })]);
    },
  });
  // An address is of no use then.
  if (isLost) return host.close;
  if (warning !== null) complain(warning);
  const url = host.newAddress();
  printResult(json, { url }, [message("cli.open", { url }), message("cli.untilStopped")]);
  if (options.open) openInBrowser(host.newAddress());
  return host.close;
}

function openInBrowser(url: string): void {
  const [command, ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[process.platform as string] ?? [
    "xdg-open",
  ];
  childProcess()
    .spawn(command ?? "xdg-open", [...args, url], { detached: true, stdio: "ignore" })
    .on("error", () => complain(message("cli.noBrowser")))
    .unref();
}
