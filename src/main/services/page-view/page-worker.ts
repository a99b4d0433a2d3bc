import { type Reply, replyOf } from "../../../shared/wire.ts";
import { doPageTask, type PageTask } from "./tasks.ts";

/** The entry of the worker that draws pages. */
export default function work(task: PageTask): Promise<Reply> {
  return replyOf(() => doPageTask(task));
}
