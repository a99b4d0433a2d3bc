import { readCompoundFile, type Storage } from "./compound-file.ts";
import type { importMsg } from "./import-msg.ts";

/** A storage to be written: streams by name, and storages. */
export type Draft = { streams?: Record<string, Uint8Array>; storages?: Record<string, Draft> };

const [sectorSize, miniSize, cutoff] = [512, 64, 4096];
const [end, free, tableSector] = [0xfffffffe, 0xffffffff, 0xfffffffd];

/** A compound file ([MS-CFB], version 3); entries of a storage are a list to the right, which any reader walks. */
export function compoundFile(root: Draft): Buffer {
  const entries: { name: string; type: number; right: number; child: number; bytes: Uint8Array }[] = [];
  const add = (name: string, type: number, bytes: Uint8Array): number =>
    entries.push({ name, type, right: free, child: free, bytes }) - 1;
  const fill = (parent: number, { streams = {}, storages = {} }: Draft): void => {
    let last: number | null = null;
    const put = (index: number): void => {
      const before = entries[last ?? parent];
      if (before !== undefined) Object.assign(before, last === null ? { child: index } : { right: index });
      last = index;
    };
    for (const [name, bytes] of Object.entries(streams)) put(add(name, 2, bytes));
    for (const [name, draft] of Object.entries(storages)) {
      const index = add(name, 1, new Uint8Array());
      put(index);
      fill(index, draft);
    }
  };
  fill(add("Root Entry", 5, new Uint8Array()), root);

  const sectors: Buffer[] = [];
  const next: number[] = [];
  const write = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return end;
    const start = sectors.length;
    for (let offset = 0; offset < bytes.length; offset += sectorSize) {
      const sector = Buffer.alloc(sectorSize);
      sector.set(bytes.subarray(offset, offset + sectorSize));
      next.push(offset + sectorSize < bytes.length ? sectors.length + 1 : end);
      sectors.push(sector);
    }
    return start;
  };
  const minis: Buffer[] = [];
  const nextMini: number[] = [];
  const writeMini = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return end;
    const start = minis.length;
    for (let offset = 0; offset < bytes.length; offset += miniSize) {
      const sector = Buffer.alloc(miniSize);
      sector.set(bytes.subarray(offset, offset + miniSize));
      nextMini.push(offset + miniSize < bytes.length ? minis.length + 1 : end);
      minis.push(sector);
    }
    return start;
  };
  const starts = entries.map(({ type, bytes }) =>
    type !== 2 ? end : bytes.length < cutoff ? writeMini(bytes) : write(bytes),
  );
  const miniStream = Buffer.concat(minis);
  starts[0] = write(miniStream);
  const miniTable = write(numbers(nextMini));
  const directory = write(
    Buffer.concat(
      entries.map(({ name, type, right, child, bytes }, index) => {
        const entry = Buffer.alloc(128);
        const length = entry.write(name, "utf16le");
        entry.writeUInt16LE(length + 2, 64);
        entry.set([type, 1], 66);
        for (const [offset, value] of [
          [68, free],
          [72, right],
          [76, child],
          [116, starts[index] ?? end],
          [120, index === 0 ? miniStream.length : bytes.length],
        ] as const)
          entry.writeUInt32LE(value, offset);
        return entry;
      }),
    ),
  );
  const tables = Math.ceil((sectors.length + 8) / (sectorSize / 4 - 1));
  const first = sectors.length;
  const chains = numbers([...next, ...Array.from({ length: tables }, () => tableSector)]);
  const table = Buffer.alloc(tables * sectorSize, 0xff);
  table.set(chains);
  const header = Buffer.alloc(sectorSize, 0xff);
  header.fill(0, 0, 76);
  header.set(Buffer.from("d0cf11e0a1b11ae1", "hex"));
  for (const [offset, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, offset);
  for (const [offset, value] of [
    [44, tables],
    [48, directory],
    [56, cutoff],
    [60, miniTable],
    [64, 1],
    [68, end],
  ] as const)
    header.writeUInt32LE(value, offset);
  for (let n = 0; n < Math.min(109, tables); n++) header.writeUInt32LE(first + n, 76 + n * 4);
  return Buffer.concat([header, ...sectors, table]);
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [n, value] of values.entries()) bytes.writeUInt32LE(value, n * 4);
  return bytes;
}

export type Values = Readonly<{
  /** Texts by the identifier of their property; `narrow` are written in one byte a letter, `binary` as they are. */
  text?: Readonly<Record<number, string>>;
  narrow?: Readonly<Record<number, Buffer>>;
  binary?: Readonly<Record<number, Uint8Array>>;
  numbers?: Readonly<Record<number, number>>;
  times?: Readonly<Record<number, Date>>;
}>;

/** The streams of a message's, a recipient's or an attachment's properties ([MS-OXMSG] 2.4). */
export function properties(header: number, { text = {}, narrow = {}, binary = {}, numbers = {}, times = {} }: Values) {
  const streams: Record<string, Uint8Array> = {};
  const put = (id: string, type: string, bytes: Uint8Array): void => {
    streams[`__substg1.0_${Number(id).toString(16).padStart(4, "0").toUpperCase()}${type}`] = bytes;
  };
  for (const [id, value] of Object.entries(text)) put(id, "001F", Buffer.from(value, "utf16le"));
  for (const [id, value] of Object.entries(narrow)) put(id, "001E", value);
  for (const [id, value] of Object.entries(binary)) put(id, "0102", value);
  const rows = [
    ...Object.entries(numbers).map(([id, value]) => row(Number(id) * 0x10000 + 3, BigInt(value))),
    ...Object.entries(times).map(([id, value]) =>
      row(Number(id) * 0x10000 + 0x40, BigInt(value.getTime()) * 10_000n + 116_444_736_000_000_000n),
    ),
  ];
  streams["__properties_version1.0"] = Buffer.concat([Buffer.alloc(header), ...rows]);
  return streams;
}

function row(tag: number, value: bigint): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(tag, 0);
  bytes.writeUInt32LE(6, 4);
  bytes.writeBigUInt64LE(value, 8);
  return bytes;
}

/** A compound file one of whose streams is what `change` makes of it; `choose` picks one of so many. */
export function withStream(
  bytes: Uint8Array,
  choose: (count: number) => number,
  change: (stream: Uint8Array) => Uint8Array,
): Buffer {
  const all: { place: Record<string, Uint8Array>; name: string; stream: Uint8Array }[] = [];
  const draftOf = (storage: Storage): Draft => {
    const streams: Record<string, Uint8Array> = {};
    for (const [name, stream] of storage.streams) all.push({ place: streams, name, stream: stream.read() });
    return {
      streams,
      storages: Object.fromEntries([...storage.storages].map(([name, inner]) => [name, draftOf(inner)])),
    };
  };
  const draft = draftOf(readCompoundFile(bytes));
  const chosen = choose(all.length);
  for (const [index, { place, name, stream }] of all.entries())
    place[name] = index === chosen ? change(stream) : stream;
  return compoundFile(draft);
}

/** RTF as Outlook packs it ([MS-OXRTFCP]), without any reference to what came before. */
export function packedRtf(rtf: string): Buffer {
  const bytes = Buffer.from(rtf, "latin1");
  const parts: Buffer[] = [];
  for (let offset = 0; offset < bytes.length; offset += 8)
    parts.push(Buffer.from([0]), bytes.subarray(offset, offset + 8));
  const header = Buffer.alloc(16);
  header.writeUInt32LE(bytes.length, 4);
  header.writeUInt32LE(0x75465a4c, 8);
  return Buffer.concat([header, ...parts]);
}

/** A message of Outlook with recipients, two attachments and a message in it. */
export function msgOf(values: Values = {}, inner: Values = {}): Buffer {
  return compoundFile({
    streams: properties(32, {
      text: {
        55: "Fares – and fees",
        66: "Adé Lind",
        23810: "ade@example.org",
        4096: "We agree on the fares.\r\n\r\n> The council does not.\r\n",
        ...values.text,
      },
      narrow: values.narrow ?? {},
      binary: values.binary ?? {},
      numbers: values.numbers ?? {},
      times: { 57: new Date("2021-03-09T09:00:00Z"), ...values.times },
    }),
    storages: {
      "__recip_version1.0_#00000000": {
        streams: properties(8, { text: { 12289: "Ben", 14846: "ben@example.org" }, numbers: { 3093: 1 } }),
      },
      "__recip_version1.0_#00000001": {
        streams: properties(8, { text: { 12289: "Eve", 12291: "/O=X/CN=EVE" }, numbers: { 3093: 2 } }),
      },
      "__attach_version1.0_#00000000": {
        streams: properties(8, { text: { 14087: "fares.xlsx" }, binary: { 14081: Buffer.alloc(9000) } }),
      },
      "__attach_version1.0_#00000001": {
        streams: properties(8, { numbers: { 14085: 5 } }),
        storages: {
          "__substg1.0_3701000D": {
            streams: properties(24, { text: { 55: "Inner", 4096: "Words within.", ...inner.text } }),
          },
        },
      },
    },
  });
}

/** What is known of the message that both forms of Outlook's files hold in the tests. */
export const faresMail = { format: "msg", title: "Fares – and fees", authors: ["Adé Lind"], date: "2021-03-09" };

/** The texts of the blocks of a message, in order. */
export function textsOf({ content }: ReturnType<typeof importMsg>): string[] {
  return content.blocks.map(({ start, end }) => content.text.slice(start, end));
}
