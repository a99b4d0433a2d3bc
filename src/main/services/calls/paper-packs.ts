import { ofPaper, paperTable, unreadRecords } from "../../../shared/model/by-paper.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { type PackedRecords, packRecords, type RecordTables } from "../../../shared/papers/packed-records.ts";
import { zlib } from "../files/built-in.ts";
import type { PackStore } from "../store/library-store.ts";

/**
 * Packs records of papers for windows. Reading a paper's snapshot takes several times as long as sending what it says,
 * so what was packed of it once is stored.
 */
export class PaperPacks {
  readonly #files: PackStore | null;

  /** Without a store, records are packed each time. */
  constructor(files: PackStore | null = null) {
    this.#files = files;
  }

  /** The records of a paper, packed. Those that nobody has read stay unread. */
  async packOf({ annotations, positions }: Library, paper: PaperId): Promise<PackedRecords> {
    const unread = unreadRecords([paperTable(annotations, paper), paperTable(positions, paper)]);
    if (unread === null)
      return pack({ annotations: ofPaper(annotations, paper), positions: ofPaper(positions, paper) });
    const known = await this.#files?.read(paper, unread.stamp);
    if (known !== undefined && known !== null) return known;
    const packed = pack(JSON.parse(Buffer.from(unread.json()).toString()) as RecordTables);
    await this.#files?.write(paper, unread.stamp, packed);
    return packed;
  }
}

function pack(tables: RecordTables): PackedRecords {
  const { head, columns } = packRecords(tables);
  // At level 1 deflating takes a hundredth of the time of making the columns.
  return { head, columns: zlib().deflateRawSync(columns, { level: 1 }) };
}
