import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { type PackedPage, packPage } from "../../pdfium/packed-page.ts";
import { openPdf, type PdfPage } from "../../pdfium/reader.ts";
import { typst } from "../../typst/typst.ts";
import { ContentParts } from "../content-parts.ts";
import type { Imported } from "../imported.ts";
import { wholePdf } from "../whole.cases.ts";
import { oneColumn, scan, twoColumns } from "./fixtures/papers.ts";
import { importPdf } from "./import-pdf.ts";
import { PagesAhead } from "./pages-ahead.ts";
import { factsOf } from "./pdf-facts.ts";
import { type FromServer, noMorePages, type PageRequest, pagesAhead, servePages } from "./serve-pages.ts";

/** Who reads pages at the other end of a port. */
type Helper = (port: MessagePort, bytes: Uint8Array, password: string | null) => unknown;

const serve: Helper = (port, bytes, password) => servePages({ bytes, password, port });

/** A helper that ends after so many messages: by saying so, or without a word, as one does whose thread is ended. */
const endsAfter =
  (messages: number, isSaid: boolean): Helper =>
  (port, bytes, password) => {
    const { port1, port2 } = new MessageChannel();
    void servePages({ bytes, password, port: port2 });
    let left = messages;
    const end = (): void => (isSaid ? port.postMessage(noMorePages) : port.close());
    port.on("message", (request) => port1.postMessage(request));
    port1.on("message", (answer) => {
      port.postMessage(answer);
      if (--left === 0) end();
    });
    port.on("close", () => port1.postMessage(noMorePages));
    if (messages === 0) end();
  };

async function withHelp(bytes: Uint8Array, helper = serve, password: string | null = null): Promise<Imported> {
  const { port1, port2 } = new MessageChannel();
  const parts = new ContentParts();
  const help = helper(port2, bytes, password);
  const out = { onProgress: () => undefined, onPart: parts.add };
  const ahead = new PagesAhead(port1);
  try {
    return parts.paper(await importPdf(bytes, password, out, [], ahead));
  } finally {
    ahead.close();
    await help;
  }
}

const folder = path.join(import.meta.dirname, "fixtures/printed");
const printed = readdirSync(folder).filter((name) => name.endsWith(".pdf"));
const sections = Array.from({ length: 40 }, (_, n) => `= Section ${n}\n#lorem(300)#footnote[Note ${n}.]`);
const long = typst(`#set page(header: [Running Head], numbering: "1")\n${sections.join("\n#pagebreak()\n")}`);
const damaged = Buffer.from(Buffer.from(long).toString("latin1").replaceAll("/ParentTree ", "/ParentTrex "), "latin1");

test.each([
  ...printed.map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) })),
  { name: "one column", bytes: oneColumn().bytes },
  { name: "two columns", bytes: twoColumns().bytes },
  { name: "no text", bytes: scan() },
  { name: "many pages", bytes: long },
  { name: "many pages with damaged tags", bytes: damaged },
])("$name: the paper is the same when another thread reads its pages", async ({ bytes }) => {
  expect(await withHelp(bytes)).toEqual(await wholePdf(bytes));
});

test("the paper is the same whenever the other thread ends", async () => {
  const whole = await wholePdf(long);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 45 }), fc.boolean(), async (messages, isSaid) => {
      expect(await withHelp(long, endsAfter(messages, isSaid))).toEqual(whole);
    }),
    {
      numRuns: 8,
      examples: [0, 1, 2, 17, 41].flatMap((n): [number, boolean][] => [
        [n, true],
        [n, false],
      ]),
    },
  );
});

test("errors are those of a single thread", async () => {
  const locked = readFileSync(path.join(import.meta.dirname, "../../page-images/fixtures/locked.pdf"));
  await expect(withHelp(locked)).rejects.toMatchObject({ code: "password" });
  await expect(withHelp(Buffer.from("%PDF-1.7\nnothing"))).rejects.toMatchObject({ code: "unreadable" });
});

/** All of a page: what `PageChars` has can't be seen from outside. */
const columnsOf = (page: PdfPage | null): PackedPage | null => page && packPage(page).packed;

test("pages may be asked for in any order, with and without tags", async () => {
  const { port1, port2 } = new MessageChannel();
  const want = await openPdf(long, null);
  const served = servePages({ bytes: long, password: null, port: port2 });
  const pages = new PagesAhead(port1);
  onTestFinished(async () => {
    pages.close();
    await served;
    want.close();
  });
  expect(await pages.facts).toEqual(factsOf(want));
  const wanted = [[0], [1], [1], [2, "tags"], [3, "tags"], [39], [5, "tags"], [5], [6]] as const;
  for (const [index, tags] of wanted)
    expect(columnsOf(await pages.page(index, tags))).toEqual(columnsOf(want.page(index, tags)));
});

test("pages that the other thread can't read are read here, and those that nobody can are left empty", async () => {
  const helper: Helper = (port, bytes, password) => {
    const { port1, port2 } = new MessageChannel();
    void servePages({ bytes, password, port: port2 });
    let sent = 0;
    port.on("message", (request) => port1.postMessage(request));
    port1.on("message", (message: FromServer) =>
      port.postMessage(
        typeof message === "object" && "answer" in message && sent++ % 3 > 0 ? { answer: null } : message,
      ),
    );
    port.on("close", () => port1.postMessage(noMorePages));
  };
  // Its third page is an object that is not there.
  const bad = Buffer.from(
    Buffer.from(long)
      .toString("latin1")
      .replace(/(?<=\/Kids \[\d+ 0 R \d+ 0 R )\d+/, "0"),
    "latin1",
  );
  for (const bytes of [long, bad]) expect(await withHelp(bytes, helper)).toEqual(await wholePdf(bytes));
  expect((await withHelp(bad, helper)).content.warnings).toMatchObject([{ key: "pdf.pagesDamaged" }]);
});

test("a page is asked for only where one near it is wanted", async () => {
  const { port1, port2 } = new MessageChannel();
  const asked: number[] = [];
  port2.on("message", (request: PageRequest | typeof noMorePages) => {
    if (request === noMorePages) return;
    asked.push(request.index);
    port2.postMessage({ answer: null } satisfies FromServer);
  });
  const reader = await openPdf(long, null);
  port2.postMessage({ facts: factsOf(reader) } satisfies FromServer);
  for (let page = 0; page < pagesAhead; page++) port2.postMessage({ answer: null } satisfies FromServer);
  const pages = new PagesAhead(port1);
  onTestFinished(() => {
    pages.close();
    reader.close();
  });
  await pages.facts;
  for (const index of [0, 2, 3]) expect(await pages.page(index)).toBe(null);
  // The first sixteen come unasked, then sixteen beyond the page that is wanted.
  expect(asked[0]).toBe(pagesAhead);
  expect(Math.max(...asked)).toBeLessThanOrEqual(3 + pagesAhead);
});
