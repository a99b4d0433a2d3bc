import { decode, valueIn } from "../../src/shared/contract/wire.ts";
import type { PaperContent } from "../../src/shared/model/content.ts";

/** A paper as the window asks for it. */
export async function fetchContent(paper: string): Promise<PaperContent> {
  const answer = await fetch("/api/content", {
    method: "POST",
    body: JSON.stringify({ paper }),
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${localStorage.getItem("key")}` },
  });
  return valueIn(decode(await answer.text())) as PaperContent;
}
