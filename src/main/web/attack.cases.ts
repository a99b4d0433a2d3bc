import { afterEach, beforeAll, expect } from "vitest";
import { request, send, type Target } from "./raw.cases.ts";

/** Small, so that what a patient attacker does in an hour fits into a second. */
export const limits = {
  headerTime: 400,
  requestTime: 800,
  idleTime: 300,
  connections: 60,
  connectionsAtOnce: 500,
  body: 200_000,
  bodies: 400_000,
  listeners: 4,
  backlog: 50,
  refusals: { burst: 100_000, perSecond: 1 },
  calls: { burst: 100_000, perSecond: 1 },
};

/** Each test of the file fails when something went wrong unseen in the program. */
export function watchForCrashes(): void {
  const crashes: unknown[] = [];
  beforeAll(() => {
    const note = (error: unknown): void => void crashes.push(error);
    process.on("unhandledRejection", note).on("uncaughtException", note);
    return () => void process.off("unhandledRejection", note).off("uncaughtException", note);
  });
  afterEach(() => expect(crashes).toEqual([]));
}

/** Nothing was revealed or changed, and the legitimate window still works. */
export async function unharmed(target: Target, response: string): Promise<void> {
  expect(response).not.toContain("SECRET");
  expect(response).not.toContain("access-control-allow");
  expect(response).not.toContain(target.token);
  expect(response).not.toContain(target.key);
  expect(response).not.toMatch(/\bat .*\.[jt]s:\d+/);
  const { library } = await target.workbench.state({});
  expect(Object.keys({ ...library.issues, ...library.papers })).toEqual([]);
  await expect
    .poll(() => send(target.port, call(target, "state", "{}")), { timeout: 20_000 })
    .toMatch(/^HTTP\/1.1 200/);
}

/** A key as a window sends it. */
export const bearer = (key: string): string => `Authorization: Bearer ${key}`;

export function call({ host, key }: Target, name: string, body: string, more: readonly string[] = []): string {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return request(
    `POST /api/${name}`,
    [`Host: ${host}`, bearer(key), "Content-Type: application/json", length, ...more],
    body,
  );
}

/** What is sent, and how the answer begins: a status, or nothing at all. */
export type Attack = readonly [string, (target: Target) => string | Uint8Array, RegExp];

export const get = (name: string, headers: (target: Target) => readonly string[]) => (target: Target) =>
  request(`GET ${name}`, headers(target));
export const visit = (name: string) => get(name, ({ host, key }) => [`Host: ${host}`, bearer(key)]);
export const asHost = (host: (target: Target) => string) =>
  get("/", (target) => [`Host: ${host(target)}`, bearer(target.key)]);
export const asPage =
  (...headers: string[]) =>
  (target: Target) =>
    call(target, "state", "{}", headers);
/** A call with these headers in place of the one with the key. */
export const withHeaders =
  (...headers: ((target: Target) => string)[]) =>
  (target: Target) =>
    call(target, "state", "{}").replace(bearer(target.key), headers.map((header) => header(target)).join("\r\n"));
export const body = (name: string, text: string) => (target: Target) => call(target, name, text);
export const withMethod =
  (method: string, name = "/") =>
  (target: Target) =>
    request(`${method} ${name}`, [`Host: ${target.host}`, bearer(target.key)]);

export const refused = /^HTTP\/1.1 403/;
export const absent = /^HTTP\/1.1 404/;
export const invalid = /^HTTP\/1.1 400/;
/** Refused by us, or by the server before us. */
export const strange = /^HTTP\/1.1 40[03]/;
export const malformed = /^(HTTP\/1.1 400|$)/;
