import { expect, test } from "vitest";
import { importMhtml, isMhtml } from "./mhtml.ts";

const lines = (...all: readonly string[]): Buffer => Buffer.from(all.join("\r\n"), "latin1");
const page = "<html><head><title>Ferries</title></head><body><p>caf=E9 =3D coffee</p></body></html>";

/** A page as Chrome saves it: a style first or last, the page quoted-printable. */
const saved = (html = page, type = 'text/html; charset="iso-8859-1"', extra: readonly string[] = []): Buffer =>
  lines(
    "From: <Saved by Blink>",
    "Snapshot-Content-Location: https://example.org/ferries",
    "Subject: =?utf-8?Q?Ferries?=",
    "Date: Tue, 9 Mar 2021 10:00:00 -0000",
    "MIME-Version: 1.0",
    "Content-Type: multipart/related;",
    '\ttype="text/html";',
    '\tboundary="----B----"',
    "",
    "",
    "------B----",
    `Content-Type: ${type}`,
    "Content-ID: <frame-1@mhtml.blink>",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Location: https://example.org/ferries",
    "",
    html,
    ...extra,
    "------B----",
    "Content-Type: text/css",
    "Content-Location: cid:css-1@mhtml.blink",
    "",
    "p { color: red }",
    "------B------",
  );

test("a page saved by Chrome is read with its address; the day of saving is not its date", () => {
  const bytes = saved();
  expect(isMhtml(bytes)).toBe(true);
  const { content, title, date, details, format } = importMhtml({ name: "a.mhtml", bytes });
  expect({ text: content.text, title, date, link: details?.link, format }).toEqual({
    text: "café = coffee",
    title: "Ferries",
    date: null,
    link: "https://example.org/ferries",
    format: "mhtml",
  });
});

test("the encoding is that of the part, or of the page where the part has none, or the one asked for", () => {
  const utf8 = "<html><head><meta charset=utf-8></head><body><p>caf=C3=A9</p></body></html>";
  expect(importMhtml({ name: "a", bytes: saved(utf8, "text/html") }).content.text).toBe("café");
  const cyrillic = "<html><body><p>=EF=F0=E8=E2=E5=F2</p></body></html>";
  const reading = { encoding: "windows-1251", lines: null } as const;
  expect(importMhtml({ name: "a", bytes: saved(cyrillic, "text/html"), reading }).content.text).toBe("привет");
});

test("words of other frames are not joined to the page", () => {
  const frame = ["------B----", "Content-Type: text/html", "", "<html><body>advertisement</body></html>"];
  expect(importMhtml({ name: "a", bytes: saved(page, "text/html; charset=latin1", frame) }).content.text).not.toContain(
    "advertisement",
  );
});

test("the page is the part that the message names as its start", () => {
  const bytes = lines(
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; start="<b>"; boundary=x',
    "",
    "--x",
    "Content-Type: text/html",
    "Content-ID: <a>",
    "Content-Location: https://example.org/frame",
    "",
    "<p>frame</p>",
    "--x",
    "Content-Type: text/html",
    "Content-ID: <b>",
    "Content-Transfer-Encoding: base64",
    "Content-Location: file:///C:/a.html",
    "",
    Buffer.from("<html><body>page</body></html>").toString("base64"),
    "--x--",
  );
  expect(isMhtml(bytes)).toBe(true);
  const { content, details } = importMhtml({ name: "a", bytes });
  expect([content.text, details?.link]).toEqual(["page", ""]);
});

test.each<[string, Buffer]>([
  [
    "a message",
    lines(
      "From: a@example.org",
      "To: b@example.org",
      "Content-Type: multipart/related; boundary=x",
      "",
      "--x",
      "Content-Location: y",
      "",
      "z",
    ),
  ],
  ["a page", lines("<html>", "Content-Type: text/html")],
  ["a text", lines("Content: a list", "", "Words.")],
  ["nothing", lines("")],
])("%s is no saved page", (_, bytes) => {
  expect(isMhtml(bytes)).toBe(false);
});

test("a file without a page is refused in a sentence", () => {
  const bytes = lines("Snapshot-Content-Location: https://example.org/", "Content-Type: image/png", "", "x");
  expect(() => importMhtml({ name: "a.mht", bytes })).toThrow(
    expect.objectContaining({ code: "unreadable", reason: expect.objectContaining({ key: "import.noPageInMhtml" }) }),
  );
});
