import type { Host } from "../../../shared/contract/host.ts";
import type { Workbench } from "../../../shared/contract/workbench.ts";

type Connection = Readonly<{ workbench: Workbench; host: Host }>;

let current: Connection | null = null;

/** Set what this window is connected to; once, before anything of the window is started. */
export function setConnection(connection: Connection): void {
  current = connection;
}

function connection(): Connection {
  if (current === null) throw new Error("The window is not connected yet.");
  return current;
}

/** The workbench that this window works on. */
export function getWorkbench(): Workbench {
  return connection().workbench;
}

/** The shell around this window. */
export function getHost(): Host {
  return connection().host;
}
