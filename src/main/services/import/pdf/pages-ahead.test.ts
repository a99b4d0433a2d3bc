import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { message } from "../../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import { type PackedPage, packPage } from "../../pdfium/packed-page.ts";
import { openPdf, type PdfPage } from "../../pdfium/reader.ts";
import { typst } from "../../typst/typst.ts";
import { ContentParts } from "../content-parts.ts";
import type { Imported } from "../imported.ts";
import { wholePdf } from "../whole.cases.ts";
import { oneColumn, scan, twoColumns } from "./fixtures/papers.ts";
import { importPdf } from "./import-pdf.ts";
import { PagesAhead } from "./pages-ahead.ts";
import { noMorePages, type PageRequest, servePages } from "./serve-pages.ts";

/** Who reads pages at the other end of a port. */
type Helper = (port: MessagePort, bytes: Uint8Array, password: string | null) => unknown;

const serve: Helper = (port, bytes, password) => servePages({ bytes, password, port });

/** A helper that ends after so many pages, as one does whose thread is ended. */
const endsAfter =
  (pages: number): Helper =>
  (port, bytes, password) => {
    const { port1, port2 } = new MessageChannel();
    void servePages({ bytes, password, port: port2 });
    let left = pages;
    port.on("message", (request) => port1.postMessage(request));
    port1.on("message", (answer) => {
      port.postMessage(answer);
      if (--left === 0) port.close();
    });
    port.on("close", () => port1.postMessage(noMorePages));
    if (pages === 0) port.close();
  };

async function withHelp(bytes: Uint8Array, helper = serve, password: string | null = null): Promise<Imported> {
  const { port1, port2 } = new MessageChannel();
  const parts = new ContentParts();
  const help = helper(port2, bytes, password);
  const out = { onProgress: () => undefined, onPart: parts.add };
  const paper = parts.paper(await importPdf(bytes, password, out, [], { port: port1, fewest: 1 }));
  await help;
  return paper;
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
    fc.asyncProperty(fc.integer({ min: 0, max: 45 }), async (pages) => {
      expect(await withHelp(long, endsAfter(pages))).toEqual(whole);
    }),
    { numRuns: 8, examples: [[0], [1], [16], [40]] },
  );
});

test("errors are those of a single thread", async () => {
  const locked = readFileSync(path.join(import.meta.dirname, "../../page-images/fixtures/locked.pdf"));
  await expect(withHelp(locked)).rejects.toMatchObject({ code: "password" });
  await expect(withHelp(Buffer.from("%PDF-1.7\nnothing"))).rejects.toMatchObject({ code: "unreadable" });
});

/** All of a page: what `PageChars` has can't be seen from outside. */
const columnsOf = (page: PdfPage): PackedPage => packPage(page).packed;

test("pages may be asked for in any order, with and without tags", async () => {
  const { port1, port2 } = new MessageChannel();
  const [own, want] = [await openPdf(long, null), await openPdf(long, null)];
  const served = servePages({ bytes: long, password: null, port: port2 });
  const pages = new PagesAhead(own, port1);
  onTestFinished(async () => {
    pages.close();
    await served;
    own.close();
    want.close();
  });
  const wanted = [[0], [1], [1], [2, "tags"], [3, "tags"], [39], [5, "tags"], [5], [6]] as const;
  for (const [index, tags] of wanted)
    expect(columnsOf(await pages.page(index, tags))).toEqual(columnsOf(want.page(index, tags)));
});

test("what the other thread can't read is read here", async () => {
  const { port1, port2 } = new MessageChannel();
  const own = await openPdf(long, null);
  const asked: number[] = [];
  port2.on("message", (request: PageRequest) => {
    asked.push(request.index);
    port2.postMessage(null);
  });
  const broken = {
    ...own,
    page: (index: number) => {
      if (index === 2) throw new WorkbenchError("unreadable", message("pdf.noPages"));
      return own.page(index);
    },
  };
  const pages = new PagesAhead(broken, port1);
  onTestFinished(() => {
    pages.close();
    own.close();
  });
  expect(columnsOf(await pages.page(0))).toEqual(columnsOf(own.page(0)));
  await expect(pages.page(2)).rejects.toMatchObject({ code: "unreadable" });
  expect(columnsOf(await pages.page(3))).toEqual(columnsOf(own.page(3)));
  expect(new Set(asked).has(39)).toBe(false);
});
