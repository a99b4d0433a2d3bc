import { expect, test } from "vitest";
import { warningFor } from "./serve.ts";

test.each(["127.0.0.1", "127.0.0.2", "::1"])("%s needs no consent", (address) => {
  expect(warningFor(address, false)).toBeNull();
});

test.each(["192.168.1.5", "10.0.0.1", "fe80::1", "2001:db8::1"])("%s lets others in only when told so", (address) => {
  expect(() => warningFor(address, false)).toThrow("--let-others-in");
  expect(warningFor(address, true)).toMatchObject({ key: "cli.exposedWarning", values: { address } });
});
