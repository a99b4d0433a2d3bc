import { expect, test } from "vitest";
import { entriesOf, fileId, type Lock, locks } from "./crypt.cases.ts";
import { isString, type PdfObject } from "./objects.ts";
import { fileKey, rc4 } from "./password.ts";

/** What is read from an encryption dictionary; key lengths are those of its version. */
function lockOf({ entries, key }: Lock, password: string): Parameters<typeof fileKey>[0] {
  const dict = entriesOf(entries);
  const bytes = (value: PdfObject | undefined): Buffer =>
    isString(value) ? Buffer.from(value.bytes) : Buffer.alloc(0);
  return {
    revision: Number(dict.get("R")),
    length: key.length / 2,
    owner: bytes(dict.get("O")),
    user: bytes(dict.get("U")),
    ownerKey: bytes(dict.get("OE")),
    userKey: bytes(dict.get("UE")),
    permissions: Number(dict.get("P")),
    id: fileId,
    metadata: dict.get("EncryptMetadata") !== false,
    password,
  };
}

const opened = (lock: Parameters<typeof fileKey>[0]): [string, boolean] | null => {
  const found = fileKey(lock);
  return found && [found.key.toString("hex"), found.owner];
};

test.each(locks)("$name: both passwords open it, and only the owner's opens it as the owner", (lock) => {
  expect(opened(lockOf(lock, lock.user))).toEqual([lock.key, false]);
  expect(opened(lockOf(lock, lock.owner))).toEqual([lock.key, true]);
});

test.each(locks)("$name: other passwords do not open it", (lock) => {
  const other = [`${lock.user}x`.slice(-12), lock.owner.toUpperCase(), `x${lock.owner}`, "ǆ"];
  expect(other.map((password) => opened(lockOf(lock, password)))).toEqual(other.map(() => null));
  if (lock.user !== "") expect(opened(lockOf(lock, ""))).toBeNull();
});

test.each(locks.filter(({ key }) => key.length < 64))(
  "$name: identifier, permissions and the owner's entry are part of the key",
  (lock) => {
    const good = lockOf(lock, lock.user);
    for (const change of [
      { id: Buffer.alloc(16) },
      { permissions: good.permissions - 4 },
      { owner: Buffer.alloc(32) },
      ...(good.revision === 4 ? [{ metadata: !good.metadata }] : []),
    ])
      expect(opened({ ...good, ...change })).toBeNull();
    // Some writers state the same 32 bits as a number without a sign.
    expect(opened({ ...good, permissions: good.permissions + 2 ** 32 })).toEqual([lock.key, false]);
  },
);

test.each(locks)("$name: entries that are longer than they should be are cut", (lock) => {
  const good = lockOf(lock, lock.owner);
  const longer = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(79)]);
  expect(opened({ ...good, owner: longer(good.owner), user: longer(good.user) })).toEqual([lock.key, true]);
});

test.each(locks)("$name: without its entries nothing opens it, and nothing breaks", (lock) => {
  const good = lockOf(lock, lock.user);
  const none = Buffer.alloc(0);
  expect(opened({ ...good, owner: none, user: none, ownerKey: none, userKey: none })).toBeNull();
  expect(opened({ ...good, owner: good.owner.subarray(0, 20), user: good.user.subarray(0, 9) })).toBeNull();
});

test("32 bytes of an old password count", () => {
  const [long] = locks.filter(({ user }) => user.length > 32);
  if (long === undefined) throw new Error("there is no long password");
  expect(opened(lockOf(long, "a".repeat(32)))).toEqual([long.key, false]);
  expect(opened(lockOf(long, "a".repeat(31)))).toBeNull();
});

// RFC 6229 gives keystreams; these three are the customary vectors with plain text.
test.each([
  ["Key", "Plaintext", "bbf316e8d940af0ad3"],
  ["Wiki", "pedia", "1021bf0420"],
  ["Secret", "Attack at dawn", "45a01f645fc35b383552544b9bf5"],
])("RC4 with the key %s", (key, plain, hex) => {
  const sealed = rc4(Buffer.from(key), Buffer.from(plain));
  expect(Buffer.from(sealed).toString("hex")).toBe(hex);
  expect(Buffer.from(rc4(Buffer.from(key), sealed)).toString()).toBe(plain);
});

// RFC 6229, section 2, at offsets 0 and 240.
test.each([
  ["0102030405", 0, "b2396305f03dc027ccc3524a0a1118a8"],
  ["0102030405", 240, "28cb1132c96ce286421dcaadb8b69eae"],
  ["0102030405060708090a0b0c0d0e0f10", 0, "9ac7cc9a609d1ef7b2932899cde41b97"],
  ["0102030405060708090a0b0c0d0e0f10", 4096, "a36a4c301ae8ac13610ccbc12256cacc"],
])("the RC4 keystream of %s at %d", (key, offset, hex) => {
  const stream = rc4(Buffer.from(key, "hex"), new Uint8Array(offset + 16));
  expect(Buffer.from(stream.subarray(offset)).toString("hex")).toBe(hex);
});
