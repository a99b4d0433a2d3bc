import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { passwordForms } from "../pdfium/password-forms.ts";

type Lock = Readonly<{
  revision: number;
  /** Of the file's key, in bytes. */
  length: number;
  owner: Buffer;
  user: Buffer;
  ownerKey: Buffer;
  userKey: Buffer;
  permissions: number;
  /** The first part of the file's identifier. */
  id: Buffer;
  /** Whether metadata is encrypted too. */
  metadata: boolean;
  password: string;
}>;

/** The key that a password opens, as user or as owner; null when it opens nothing (ISO 32000-2, 7.6.4). */
export function fileKey(lock: Lock): { key: Buffer; owner: boolean } | null {
  const find = lock.revision >= 5 ? newKey : oldKey;
  const forms = passwordForms(lock.password);
  const tried = lock.revision >= 5 ? forms.map(utf8) : [...forms.filter(isLatin1).map(latin1), ...forms.map(utf8)];
  for (const password of tried) {
    const opened = find(lock, password);
    if (opened !== null) return opened;
  }
  return null;
}

const isLatin1 = (text: string): boolean => /^[\0-\xff]*$/.test(text);
const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const utf8 = (text: string): Buffer => Buffer.from(text, "utf8");

/** What short passwords are filled up with (algorithm 2, step a). */
const filler = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

function oldKey(lock: Lock, given: Buffer): { key: Buffer; owner: boolean } | null {
  const asOwner = userKeyOf(lock, userPasswordOf(lock, given));
  if (given.length > 0 && opens(lock, asOwner)) return { key: asOwner, owner: true };
  const asUser = userKeyOf(lock, given);
  return opens(lock, asUser) ? { key: asUser, owner: false } : null;
}

/** Algorithm 2. */
function userKeyOf(lock: Lock, password: Buffer): Buffer {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(lock.permissions | 0);
  const hash = createHash("md5")
    .update(filled(password))
    .update(lock.owner.subarray(0, 32))
    .update(permissions)
    .update(lock.id);
  if (lock.revision >= 4 && !lock.metadata) hash.update(Buffer.alloc(4, 0xff));
  return again(hash.digest(), lock);
}

/** Algorithm 7: the user's password as the owner's unlocks it. */
function userPasswordOf(lock: Lock, owner: Buffer): Buffer {
  const key = again(md5(filled(owner)), lock);
  const owned: Uint8Array = lock.owner.subarray(0, 32);
  if (lock.revision === 2) return Buffer.from(rc4(key, owned));
  let password = owned;
  for (let i = 19; i >= 0; i--)
    password = rc4(
      key.map((byte) => byte ^ i),
      password,
    );
  return Buffer.from(password);
}

/** Algorithm 6. */
function opens(lock: Lock, key: Buffer): boolean {
  if (lock.revision === 2) return Buffer.from(rc4(key, filler)).equals(lock.user.subarray(0, 32));
  let check: Uint8Array = md5(Buffer.concat([filler, lock.id]));
  for (let i = 0; i < 20; i++)
    check = rc4(
      key.map((byte) => byte ^ i),
      check,
    );
  return Buffer.from(check).equals(lock.user.subarray(0, 16));
}

function again(digest: Buffer, { revision, length }: Lock): Buffer {
  let key = digest.subarray(0, length);
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key).subarray(0, length);
  return key;
}

function filled(password: Buffer): Buffer {
  return Buffer.concat([password, filler]).subarray(0, 32);
}

/** Algorithm 2.A: AES-256. At most 127 bytes of a password count. */
function newKey(lock: Lock, given: Buffer): { key: Buffer; owner: boolean } | null {
  const password = given.subarray(0, 127);
  const users = lock.user.subarray(0, 48);
  const hash = lock.revision === 5 ? shortHash : longHash;
  const tried = [
    { stored: lock.owner, wrapped: lock.ownerKey, extra: users, owner: true },
    { stored: users, wrapped: lock.userKey, extra: Buffer.alloc(0), owner: false },
  ];
  for (const { stored, wrapped, extra, owner } of tried) {
    if (wrapped.length < 32 || stored.length < 48) continue;
    if (!hash(password, stored.subarray(32, 40), extra).equals(stored.subarray(0, 32))) continue;
    const decipher = createDecipheriv("aes-256-cbc", hash(password, stored.subarray(40, 48), extra), Buffer.alloc(16));
    decipher.setAutoPadding(false);
    return { key: Buffer.concat([decipher.update(wrapped.subarray(0, 32)), decipher.final()]), owner };
  }
  return null;
}

/** Revision 5 (Adobe's extension level 3). */
function shortHash(password: Buffer, salt: Buffer, extra: Buffer): Buffer {
  return createHash("sha256").update(password).update(salt).update(extra).digest();
}

/** Algorithm 2.B, revision 6. */
function longHash(password: Buffer, salt: Buffer, extra: Buffer): Buffer {
  let key = shortHash(password, salt, extra);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const block = Buffer.concat([password, key, extra]);
    const cipher = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32));
    cipher.setAutoPadding(false);
    const data = cipher.update(Buffer.concat(new Array<Buffer>(64).fill(block)));
    const remainder = data.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(["sha256", "sha384", "sha512"][remainder] ?? "sha256")
      .update(data)
      .digest();
    last = data.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

/** RC4, which Node's own cryptography no longer offers; it is its own inverse. */
export function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    [state[i], state[j]] = [state[j] ?? 0, state[i] ?? 0];
  }
  const out = new Uint8Array(data.length);
  for (let offset = 0, i = 0, j = 0; offset < data.length; offset++) {
    i = (i + 1) & 255;
    const a = state[i] ?? 0;
    j = (j + a) & 255;
    const b = state[j] ?? 0;
    state[i] = b;
    state[j] = a;
    out[offset] = (data[offset] ?? 0) ^ (state[(a + b) & 255] ?? 0);
  }
  return out;
}

function md5(bytes: Uint8Array): Buffer {
  return createHash("md5").update(bytes).digest();
}
