import fc from "fast-check";
import { expect, test } from "vitest";
import { entriesOf, fileId, locks } from "./crypt.cases.ts";
import { Cipher, type Data } from "./crypt.ts";

const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");
const text = (value: Uint8Array): string => Buffer.from(value).toString("latin1");
const kinds: readonly Data[] = ["string", "stream", "file"];

const open = (entries: string, password: string | null): Cipher =>
  new Cipher(entriesOf(`/Filter/Standard${entries}`), fileId, password);
const named = (name: string): { entries: string; user: string; owner: string } => {
  const found = locks.find((lock) => lock.name === name);
  if (found === undefined) throw new Error(`there is no lock named ${name}`);
  return found;
};
const rc4 = named("RC4, 128 bits");
const aes128 = named("AES-128 that anyone may read and only its owner change");
const aes256 = named("AES-256 of revision 6");

test.each(locks)("$name: what is enciphered for an object is deciphered for it", ({ entries, user, owner }) => {
  const [reader, writer] = [open(entries, user), open(entries, owner)];
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 70 }),
      fc.constantFrom(...kinds),
      fc.nat(8_388_607),
      fc.nat(65_535),
      (plain, kind, number, generation) => {
        const sealed = writer.encrypt(plain, kind, number, generation);
        expect([...reader.decrypt(sealed, kind, number, generation)]).toEqual([...plain]);
      },
    ),
    { numRuns: 40 },
  );
});

// ISO 32000-1, algorithm 1: three bytes of the object's number and two of its generation are part of its key.
test.each([rc4, aes128])("each object has a key of its own, to the last byte of its number", ({ entries, user }) => {
  const cipher = open(entries, user);
  const plain = Buffer.from("the same words for each object");
  const sealed = cipher.encrypt(plain, "string", 0x010203, 0x0405);
  const others = [
    [0x010204, 0x0405],
    [0x010303, 0x0405],
    [0x020203, 0x0405],
    [0x010203, 0x0406],
    [0x010203, 0x0505],
  ] as const;
  for (const [number, generation] of others)
    expect(text(cipher.decrypt(sealed, "string", number, generation))).not.toBe(text(plain));
  expect(text(cipher.decrypt(sealed, "stream", 0x010203, 0x0405))).toBe(text(plain));
});

test("AES-256 has one key for all objects", () => {
  const cipher = open(aes256.entries, aes256.user);
  const sealed = cipher.encrypt(Buffer.from("words"), "string", 1, 0);
  expect(text(cipher.decrypt(sealed, "string", 99, 7))).toBe("words");
});

test.each([aes128, aes256])("AES starts afresh each time and pads to whole blocks", ({ entries, user }) => {
  const cipher = open(entries, user);
  const [first, second] = [1, 2].map(() => cipher.encrypt(Buffer.alloc(16), "stream", 1, 0));
  expect([first?.length, second?.length]).toEqual([48, 48]);
  expect(text(first ?? bytes(""))).not.toBe(text(second ?? bytes("")));
  expect(cipher.encrypt(bytes(""), "stream", 1, 0)).toHaveLength(32);
});

test("AES data of every length up to three blocks come back as they were", () => {
  for (const { entries, user } of [aes128, aes256]) {
    const cipher = open(entries, user);
    for (let length = 0; length <= 48; length++) {
      const plain = Buffer.alloc(length, 0x61);
      const sealed = cipher.encrypt(plain, "string", 1, 0);
      expect(sealed).toHaveLength(16 + 16 * Math.floor(length / 16 + 1));
      expect(text(cipher.decrypt(sealed, "string", 1, 0))).toBe(text(plain));
    }
  }
});

test.each([
  ["nothing", 0],
  ["less than a block", 9],
  ["the start alone", 16],
  ["half a block", 31],
])("AES data of %s is empty", (_, length) => {
  expect(open(aes256.entries, "reader").decrypt(new Uint8Array(length), "string", 1, 0)).toHaveLength(0);
});

test("AES data with a rest is read without it, and padding that is none is left", () => {
  const cipher = open(aes256.entries, "reader");
  const sealed = Buffer.from(cipher.encrypt(Buffer.from("sixteen letters, and more"), "string", 1, 0));
  expect(text(cipher.decrypt(Buffer.concat([sealed, Buffer.from("xyz")]), "string", 1, 0))).toBe(
    "sixteen letters, and more",
  );
  // The first block alone ends in a letter, which no padding does.
  expect(text(cipher.decrypt(sealed.subarray(0, 32), "string", 1, 0))).toBe("sixteen letters,");
});

test.each([
  ["-4", "", true],
  ["-1324", "", false],
  ["-1324", "owner", true],
  ["-1324", "wrong", null],
])("with permissions %s and the password %j, annotating is allowed: %s", (permissions, password, may) => {
  // Permissions are part of the key, so that only those of the lock itself open it.
  const lock = permissions === "-4" ? { ...rc4, password: "reader" } : { ...aes128, password };
  const read = (): boolean => open(lock.entries, lock.password).mayAnnotate;
  if (may === null) expect(read).toThrow("wrong");
  else expect(read()).toBe(may);
});

test.each([
  [null, "pdf.passwordNeeded"],
  ["", "pdf.passwordWrong"],
  ["Reader", "pdf.passwordWrong"],
])("the password %j is refused: %s", (password, key) => {
  expect(() => open(rc4.entries, password)).toThrow(
    expect.objectContaining({ code: "password", reason: expect.objectContaining({ key }) }),
  );
});

test.each([
  ["another handler", "/Filter/Adobe.PubSec/V 4/R 4"],
  ["no handler", "/V 1/R 2"],
  ["an unknown version", "/Filter/Standard/V 3/R 3"],
  ["a version to come", "/Filter/Standard/V 6/R 6"],
  ["an unknown revision", "/Filter/Standard/V 2/R 7"],
  ["no version", "/Filter/Standard/R 2"],
  ["an unknown method", "/Filter/Standard/V 4/R 4/CF<</StdCF<</CFM/AESV9>>>>/StmF/StdCF/StrF/StdCF"],
  ["a method that is not there", "/Filter/Standard/V 4/R 4/CF<<>>/StmF/StdCF/StrF/StdCF"],
])("encryption with %s is refused as unsupported", (_, entries) => {
  expect(() => new Cipher(entriesOf(entries), fileId, null)).toThrow(
    expect.objectContaining({ code: "unreadable", message: expect.stringContaining("unsupported") }),
  );
});

/** The lock of AES-128 with other methods: neither they nor their lengths are part of its key, which has 128 bits. */
const withMethods = (methods: string): Cipher => {
  const kept = aes128.entries.replace(/\/CF<<.*?>>>>\/StmF\/StdCF\/StrF\/StdCF/, "");
  expect(kept).not.toContain("StmF");
  return open(kept + methods, "");
};

// ISO 32000-1, 7.6.5: Identity where none is named; embedded files as streams unless EFF names another.
test.each<[string, string, Record<Data, boolean>]>([
  ["none named", "", { string: false, stream: false, file: false }],
  ["Identity", "/StmF/Identity/StrF/Identity", { string: false, stream: false, file: false }],
  ["streams alone", "/CF<</A<</CFM/AESV2>>>>/StmF/A", { string: false, stream: true, file: true }],
  ["strings alone", "/CF<</A<</CFM/AESV2>>>>/StrF/A", { string: true, stream: false, file: false }],
  ["files alone", "/CF<</A<</CFM/V2>>>>/EFF/A", { string: false, stream: false, file: true }],
  ["all but files", "/CF<</A<</CFM/V2>>>>/StmF/A/StrF/A/EFF/Identity", { string: true, stream: true, file: false }],
  ["a filter that does nothing", "/CF<</A<</CFM/None>>>>/StmF/A/StrF/A", { string: false, stream: false, file: false }],
])("methods: %s", (_, methods, sealed) => {
  const cipher = withMethods(methods);
  const plain = Buffer.from("words to seal");
  for (const kind of kinds) {
    expect(text(cipher.encrypt(plain, kind, 1, 0)) !== text(plain)).toBe(sealed[kind]);
    expect(text(cipher.decrypt(cipher.encrypt(plain, kind, 1, 0), kind, 1, 0))).toBe(text(plain));
  }
});

test("strings and streams may have different methods", () => {
  const cipher = withMethods("/CF<</A<</CFM/V2>>/B<</CFM/AESV2>>>>/StrF/A/StmF/B");
  const lengths = kinds.map((kind) => cipher.encrypt(Buffer.from("five!"), kind, 1, 0).length);
  // RC4 adds nothing; AES a start and the padding.
  expect(lengths).toEqual([5, 32, 32]);
});

test.each([
  ["in bits", "/Length 128"],
  ["in bytes", "/Length 16"],
  ["not at all", ""],
  ["too long", "/Length 512"],
])("a key's length stated %s is 128 bits", (_, length) => {
  const cipher = withMethods(`/CF<</A<</CFM/AESV2${length}>>>>/StmF/A/StrF/A`);
  expect(cipher.encrypt(Buffer.from("a"), "string", 1, 0)).toHaveLength(32);
});
