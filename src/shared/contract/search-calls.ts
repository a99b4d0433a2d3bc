import { z } from "zod";
import { PaperId } from "../model/ids.ts";
import { passageSpans } from "../search/passage-span.ts";

const query = z.string().min(1).max(1000);
const papers = z.array(PaperId).min(1).max(10_000).optional();
const count = z.int().min(1).max(10_000).optional();

/** The calls that find words. */
export const searchCalls = {
  /**
   * Find words in papers, all or some, and in their claims and notes. At most `limit` hits (200), `each` of one paper.
   * With `within`, about so many milliseconds after the call: what has been found by then, but always something where
   * there is something.
   */
  search: z.strictObject({
    query,
    papers,
    limit: count,
    each: count,
    within: z.int().min(0).max(60_000).optional(),
    job: z.string().min(1).max(100).optional(),
  }),
  /**
   * Passages whose words a query means, each once, in the order of papers and their texts; at most `limit` (1,000).
   * Without `papers`, of all but those that have a newer version.
   */
  findPassages: z.strictObject({
    query,
    papers,
    span: z.enum(passageSpans),
    limit: count,
  }),
};
