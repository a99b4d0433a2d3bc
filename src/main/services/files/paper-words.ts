import { message } from "../../../shared/messages/message.ts";
import { Block, PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { digest, digestSlowly } from "./digest.ts";
import { valueAt, walkJson } from "./json-walk.ts";
import type { Pause } from "./pause.ts";

/** A paper's words as its paper.json, with a checksum. */
export function printWords(content: PaperContent): string {
  const body = JSON.stringify(content);
  return `{"sha256":"${digest(body)}","content":${body}}\n`;
}

/** The content of a paper.json. Throws `damaged` when it fails its check. */
export function parseWords(bytes: Uint8Array): PaperContent {
  const { sha256, body } = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (digest(body) !== sha256) throw new WorkbenchError("damaged", message("paper.wordsDamaged"));
  return PaperContent.parse(JSON.parse(body.toString()));
}

/** The checksum of a paper.json and the bytes it is of. Throws `damaged` when there are none. */
function partsOf(bytes: Buffer): { sha256: string; body: Buffer } {
  const [start, sha256] = /^\{"sha256":"([0-9a-f]{64})","content":/.exec(bytes.toString("latin1", 0, 100)) ?? [];
  const end = bytes.length - 2;
  if (start === undefined || sha256 === undefined || bytes.toString("latin1", end) !== "}\n")
    throw new WorkbenchError("damaged", message("paper.wordsDamaged"));
  return { sha256, body: bytes.subarray(start.length, end) };
}

/** As `parseWords`, with pauses between two blocks. */
export async function parseWordsSlowly(bytes: Buffer, pause: Pause): Promise<PaperContent> {
  const { sha256, body } = partsOf(bytes);
  if ((await digestSlowly(body, pause)) !== sha256) throw new WorkbenchError("damaged", message("paper.wordsDamaged"));
  const blocks: Block[] = [];
  const rest: Record<string, unknown> = {};
  await walkJson(body, 0, async (key, from) => {
    if (key === "blocks")
      return walkJson(body, from, async (_index, at) => {
        await pause();
        const [block, end] = valueAt(body, at);
        blocks.push(Block.parse(block));
        return end;
      });
    const [value, end] = valueAt(body, from);
    rest[key] = value;
    return end;
  });
  return { ...PaperContent.parse({ ...rest, blocks: [] }), blocks };
}
