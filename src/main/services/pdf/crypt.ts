import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { isDict, isName, isString, type PdfDict, type PdfObject } from "./objects.ts";
import { fileKey, rc4 } from "./password.ts";

/** How one kind of data is enciphered: not at all, RC4, AES-128 or AES-256 (ISO 32000-2, 7.6.3). */
type Method = "none" | "rc4" | "aes128" | "aes256";
/** What is enciphered: each kind may have a method of its own (ISO 32000-2, 7.6.6). */
export type Data = "string" | "stream" | "file";

/** The standard security handler of one PDF, opened: enciphers and deciphers strings, streams and embedded files. */
export class Cipher {
  /** Whether the owner lets readers annotate (table 22, bit 6), or the owner's own password was given. */
  readonly mayAnnotate: boolean;
  readonly #key: Buffer;
  readonly #methods: Readonly<Record<Data, Method>>;

  /** Throws `password` when one is needed or wrong, `unreadable` when the handler is none of the standard ones. */
  constructor(dict: PdfDict, id: Uint8Array, password: string | null) {
    const [version, revision] = [Number(dict.get("V") ?? 0), Number(dict.get("R") ?? 0)];
    if (
      !isName(dict.get("Filter"), "Standard") ||
      ![1, 2, 4, 5].includes(version) ||
      ![2, 3, 4, 5, 6].includes(revision)
    )
      throw unsupported();
    const length = keyLength(dict, version);
    this.#methods = methodsOf(dict, version);
    const opened = fileKey({
      revision,
      length,
      owner: bytesOf(dict.get("O")),
      user: bytesOf(dict.get("U")),
      ownerKey: bytesOf(dict.get("OE")),
      userKey: bytesOf(dict.get("UE")),
      permissions: Number(dict.get("P") ?? 0),
      id: Buffer.from(id),
      metadata: dict.get("EncryptMetadata") !== false,
      password: password ?? "",
    });
    if (opened === null)
      throw new WorkbenchError("password", message(password === null ? "pdf.passwordNeeded" : "pdf.passwordWrong"));
    this.#key = opened.key;
    this.mayAnnotate = opened.owner || (Number(dict.get("P") ?? 0) & 32) !== 0;
  }

  encrypt(bytes: Uint8Array, kind: Data, number: number, generation: number): Uint8Array {
    const method = this.#methods[kind];
    if (method === "none") return bytes;
    const key = this.#objectKey(method, number, generation);
    if (method === "rc4") return rc4(key, bytes);
    const start = randomBytes(16);
    const cipher = createCipheriv(method === "aes128" ? "aes-128-cbc" : "aes-256-cbc", key, start);
    return Buffer.concat([start, cipher.update(bytes), cipher.final()]);
  }

  decrypt(bytes: Uint8Array, kind: Data, number: number, generation: number): Uint8Array {
    const method = this.#methods[kind];
    if (method === "none") return bytes;
    const key = this.#objectKey(method, number, generation);
    if (method === "rc4") return rc4(key, bytes);
    if (bytes.length < 32) return new Uint8Array();
    const decipher = createDecipheriv(method === "aes128" ? "aes-128-cbc" : "aes-256-cbc", key, bytes.subarray(0, 16));
    decipher.setAutoPadding(false);
    const whole = bytes.subarray(16, bytes.length - (bytes.length % 16));
    const plain = Buffer.concat([decipher.update(whole), decipher.final()]);
    const padding = plain.at(-1) ?? 0;
    return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain;
  }

  /** Algorithm 1: each object has a key of its own, up to AES-128. */
  #objectKey(method: Method, number: number, generation: number): Buffer {
    if (method === "aes256") return this.#key;
    const salt = Buffer.from(
      [number, number >> 8, number >> 16, generation, generation >> 8].map((byte) => byte & 255),
    );
    const hash = createHash("md5").update(this.#key).update(salt);
    if (method === "aes128") hash.update("sAlT", "latin1");
    return hash.digest().subarray(0, Math.min(16, this.#key.length + 5));
  }
}

/** Length of the file's key in bytes. Some writers count a crypt filter's length in bytes, some in bits. */
function keyLength(dict: PdfDict, version: number): number {
  if (version === 1) return 5;
  if (version === 5) return 32;
  const filters = dict.get("CF");
  const name = dict.get("StmF");
  const filter = isDict(filters) && isName(name) ? filters.get(name.name) : undefined;
  const stated =
    version === 4 ? (isDict(filter) ? Number(filter.get("Length") ?? 128) : 128) : Number(dict.get("Length") ?? 40);
  const bits = stated < 40 ? stated * 8 : stated;
  return Math.min(16, Math.max(5, bits / 8));
}

function methodsOf(dict: PdfDict, version: number): Record<Data, Method> {
  if (version < 4) return { string: "rc4", stream: "rc4", file: "rc4" };
  const filters = dict.get("CF");
  const method = (name: PdfObject | undefined): Method => {
    const filter = isDict(filters) && isName(name) ? filters.get(name.name) : undefined;
    const stated = isDict(filter) ? filter.get("CFM") : undefined;
    if (isName(stated, "V2")) return "rc4";
    if (isName(stated, "AESV2")) return "aes128";
    if (isName(stated, "AESV3")) return "aes256";
    if (name === undefined || isName(name, "Identity") || isName(stated, "None")) return "none";
    throw unsupported();
  };
  const stream = method(dict.get("StmF"));
  return { string: method(dict.get("StrF")), stream, file: dict.has("EFF") ? method(dict.get("EFF")) : stream };
}

function unsupported(): WorkbenchError {
  return new WorkbenchError("unreadable", message("pdf.encryptionUnsupported"));
}

function bytesOf(value: PdfObject | undefined): Buffer {
  return isString(value) ? Buffer.from(value.bytes) : Buffer.alloc(0);
}
