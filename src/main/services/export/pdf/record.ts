import type { Coded } from "../../../../shared/claims/claims.ts";
import type { ClaimRow } from "../../../../shared/claims/rows.ts";
import type { PaperContent } from "../../../../shared/model/content.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { Paper } from "../../../../shared/model/paper.ts";
import { mediaType } from "../../../../shared/model/paper-format.ts";
import { recognisedWordsName, recordName } from "../../../../shared/record/names.ts";
import { recordOf, type Withhold } from "../../../../shared/record/record.ts";
import { webAnnotations, webAnnotationsName } from "../../../../shared/record/web-annotation.ts";
import { digest } from "../../files/digest.ts";
import type { EmbeddedFile } from "./attach.ts";

type Carried = Readonly<{
  library: Library;
  paper: Paper;
  content: PaperContent;
  source: Uint8Array;
  /** Recognised words as a library keeps them, where there are any. */
  recognised?: Uint8Array | undefined;
  withheld: Withhold;
  /** Whether the file begins with the paper's own bytes. */
  prefix: boolean;
}>;

/**
 * What the file carries for programs: the record, the W3C annotations and, where it does not begin with them, the
 * paper's own bytes.
 */
export function attachmentsOf(
  input: Carried,
  coded: readonly Coded[],
  rows: readonly ClaimRow[],
  made: string,
): EmbeddedFile[] {
  const { library, paper, content, withheld, prefix } = input;
  const record = recordOf(library, {
    paper,
    source: prefix ? { kind: "prefix" } : { kind: "attachment", name: paper.fileName },
    textSha256: digest(content.text),
    made,
    withheld,
  });
  const both = coded.flatMap(({ annotation }, index) => {
    const row = rows[index];
    return row === undefined ? [] : [{ annotation, row }];
  });
  const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
  return [
    {
      name: recordName,
      type: "application/json",
      description: "Claims, codebook and coders of this paper, as Stancemark keeps them",
      relationship: "Data",
      bytes: json(record),
    },
    {
      name: webAnnotationsName,
      type: "application/ld+json",
      description: "Claims and notes as W3C Web Annotations",
      relationship: "Data",
      bytes: json(webAnnotations(paper, content, both)),
    },
    ...(input.recognised === undefined
      ? []
      : [
          {
            name: recognisedWordsName,
            type: "application/gzip",
            description: "The words that OCR found on its pages, as Stancemark keeps them",
            relationship: "Data" as const,
            bytes: input.recognised,
          },
        ]),
    ...(prefix
      ? []
      : [
          {
            name: paper.fileName,
            type: mediaType(paper.format, paper.fileName),
            description: "The paper as it was imported",
            relationship: "Source" as const,
            bytes: input.source,
          },
        ]),
  ];
}
