import type { Message } from "../../shared/messages/arguments.ts";
import { message } from "../../shared/messages/message.ts";
import { net } from "../services/files/built-in.ts";

export type Caller = Readonly<{
  /** Every Host header of the request, and the host its target names. */
  hosts: readonly (string | undefined)[];
  origin: string | undefined;
  /** What the browser says about the page that asks (Fetch Metadata, `Sec-Fetch-Site`). */
  site: string | undefined;
  /** True for a visit to the page itself: a link to it may be on any page. */
  entering: boolean;
}>;

/**
 * Why a request is refused before its key is looked at, or null. The Host must be ours and occur once, since a foreign
 * name can be made to point at this machine (DNS rebinding); an Origin must be ours, and the asking page too, since any
 * page may send requests here.
 */
export function refusal(caller: Caller, host: string): Message | null {
  if (caller.hosts.length === 0 || caller.hosts.some((given) => given !== host)) return message("web.otherAddress");
  if (caller.origin !== undefined && caller.origin !== `http://${host}`) return message("web.otherSite");
  if (!caller.entering && caller.site !== undefined && caller.site !== "same-origin" && caller.site !== "none")
    return message("general.otherPage");
  return null;
}

/** The key of a request: the credentials of its only Authorization header (RFC 6750, section 2.1). */
export function keyIn(headers: readonly string[] | undefined): string | undefined {
  return headers?.length === 1 ? /^Bearer ([\w-]+)$/.exec(headers[0] ?? "")?.[1] : undefined;
}

/** Whether an address reaches only this machine: 127.0.0.0/8 or ::1. */
export function isLoopback(address: string): boolean {
  return address === "::1" || (net().isIP(address) === 4 && address.startsWith("127."));
}

/**
 * The Host value of a server: what a browser sends for the address it listens at. The name `localhost` is none: it also
 * means `::1`, where another program may listen at the same port.
 */
export function hostOf(address: string, port: number): string {
  const name = net().isIP(address) === 6 ? `[${address}]` : address;
  // A browser leaves out the port of its scheme.
  return port === 80 ? name : `${name}:${port}`;
}
