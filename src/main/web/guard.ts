import { timingSafeEqual } from "node:crypto";

export type Caller = Readonly<{
  host: string | undefined;
  origin: string | undefined;
  /** What the caller gives as token, by cookie or in the address. */
  token: string | undefined;
}>;

/**
 * Why a caller on the loopback interface is refused, or null. The Host must be ours, since a foreign name can be made to
 * point at 127.0.0.1 (DNS rebinding); an Origin must be ours, since any page may send requests here; and the token must
 * fit, since other programs and users of the machine reach the port too.
 */
export function refusal(caller: Caller, expected: { port: number; token: string }): string | null {
  const hosts = [`127.0.0.1:${expected.port}`, `localhost:${expected.port}`];
  if (caller.host === undefined || !hosts.includes(caller.host)) return "This address is not this workbench's own.";
  if (caller.origin !== undefined && !hosts.some((host) => caller.origin === `http://${host}`))
    return "Another site may not call this workbench.";
  return sameToken(caller.token, expected.token)
    ? null
    : "Open the address that the program printed; it holds the key to this library.";
}

/** Compares in a time that does not tell how much of the token was right. */
function sameToken(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
