import { type Reply, replyOf } from "../../../shared/wire.ts";
import { give } from "../workers/confined.ts";
import { doPageTask, type PageTask } from "./tasks.ts";

/** The entry of the worker that draws pages. */
export default function work(task: PageTask): Promise<Reply> {
  give([task.source.pdf, task.source.geometry]);
  return replyOf(() => doPageTask(task));
}
