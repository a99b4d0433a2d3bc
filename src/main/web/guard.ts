import { timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import type { Message } from "../../shared/messages/arguments.ts";
import { message } from "../../shared/messages/message.ts";

export type Caller = Readonly<{
  /** Every Host header of the request, and the host its target names. */
  hosts: readonly (string | undefined)[];
  origin: string | undefined;
  /** What the browser says about the page that asks (Fetch Metadata, `Sec-Fetch-Site`). */
  site: string | undefined;
  /** What the caller shows: the cookie, or the token when it enters. */
  key: string | undefined;
  /** True for a visit to the printed address: a link to it may be on any page. */
  entering: boolean;
}>;

/**
 * Why a caller is refused, or null. The Host must be ours and occur once, since a foreign name can be made to point at
 * this machine (DNS rebinding); an Origin must be ours, and the asking page too, since any page may send requests here;
 * and the key must fit, since other programs and users of the machine reach the port as well.
 */
export function refusal(
  caller: Caller,
  expected: { hosts: readonly string[]; keys: readonly string[] },
): Message | null {
  if (caller.hosts.length === 0 || caller.hosts.some((host) => host === undefined || !expected.hosts.includes(host)))
    return message("web.otherAddress");
  if (caller.origin !== undefined && !expected.hosts.some((host) => caller.origin === `http://${host}`))
    return message("web.otherSite");
  if (!caller.entering && caller.site !== undefined && caller.site !== "same-origin" && caller.site !== "none")
    return message("general.otherPage");
  return expected.keys.filter((key) => sameKey(caller.key, key)).length > 0 ? null : message("web.noKey");
}

/** Compares in constant time, so that nobody learns how much of the key was right. */
function sameKey(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether an address reaches only this machine: 127.0.0.0/8 or ::1. */
export function isLoopback(address: string): boolean {
  return address === "::1" || (isIP(address) === 4 && address.startsWith("127."));
}

/** The Host values of a server: those a browser sends for the address it listens at. */
export function hostsOf(address: string, port: number): string[] {
  // A browser leaves out the port of its scheme.
  const at = (name: string): string => (port === 80 ? name : `${name}:${port}`);
  const named = at(isIP(address) === 6 ? `[${address}]` : address);
  return isLoopback(address) ? [named, at("localhost")] : [named];
}
