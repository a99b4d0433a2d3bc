import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const fonts = path.resolve(import.meta.dirname, "../node_modules/@embedpdf/fonts-latin/fonts");

/** A PDF of Typst source. */
export function typeset(source: string): Buffer {
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: [fonts] }] });
  return compiler.pdf({ mainFileContent: `#set text(font: "Noto Sans", size: 10pt, lang: "en")\n${source}` });
}
