import { strToU8, zipSync } from "fflate";

type Parts = Readonly<{
  /** Files in `OEBPS/` by name; those that end with `.xhtml` are the spine, in this order. */
  files: Readonly<Record<string, string>>;
  metadata?: string;
  /** Attributes of the spine. */
  spine?: string;
  /** Attributes of an item of the manifest, and of its reference in the spine, by the name of its file. */
  item?: Readonly<Record<string, string>>;
  itemref?: Readonly<Record<string, string>>;
  /** Files beside the package. */
  extra?: Readonly<Record<string, string>>;
}>;

/** A small book (EPUB 3.3) for tests. */
export function bookOf({ files, metadata = "", spine = "", item = {}, itemref = {}, extra = {} }: Parts): Uint8Array {
  const names = Object.keys(files);
  const type = (name: string): string =>
    name.endsWith(".ncx")
      ? "application/x-dtbncx+xml"
      : name.endsWith(".json")
        ? "application/json"
        : "application/xhtml+xml";
  const manifest = names.map(
    (name, index) =>
      `<item id="i${index}" href="${encodeURI(name.normalize("NFC"))}" media-type="${type(name)}" ${item[name] ?? ""}/>`,
  );
  const order = names.flatMap((name, index) =>
    name.endsWith(".xhtml") ? [`<itemref idref="i${index}" ${itemref[name] ?? ""}/>`] : [],
  );
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><dc:title>Ferries</dc:title>${metadata}</metadata><manifest>${manifest.join("")}</manifest><spine ${spine}>${order.join("")}</spine></package>`;
  const container = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;
  const all = Object.entries({
    mimetype: "application/epub+zip",
    "META-INF/container.xml": container,
    "OEBPS/a.opf": opf,
    ...extra,
  });
  const chapters = Object.entries(files).map(([name, text]) => [`OEBPS/${name}`, text] as const);
  return zipSync(Object.fromEntries([...all, ...chapters].map(([name, text]) => [name, strToU8(text)])), { level: 0 });
}

/** A chapter in XHTML around a body. */
export function chapterOf(body: string, html = ""): string {
  return `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" ${html}><head><title/></head><body>${body}</body></html>`;
}
