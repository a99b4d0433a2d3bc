import { expect, test } from "vitest";
import { contentPolicy } from "./policy.ts";

const directives = new Map(
  contentPolicy.split("; ").map((part) => {
    const [name = "", ...sources] = part.split(" ");
    return [name, sources] as const;
  }),
);

test("the page may load its own files, pictures it makes itself, and nothing else", () => {
  expect(Object.fromEntries(directives)).toEqual({
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'none'"],
  });
});

test("no source is a place on the network, and no words become a program", () => {
  expect(contentPolicy).not.toMatch(/https?:|wss?:|\*|unsafe-eval|strict-dynamic|report/);
  expect(directives.get("script-src")).not.toContain("'unsafe-inline'");
});
