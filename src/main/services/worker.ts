import type { MessagePort } from "node:worker_threads";
import { type Reply, replyOf } from "../../shared/wire.ts";
import type { Progress } from "./jobs.ts";
import { type TaskName, tasks } from "./tasks.ts";

type Message = Readonly<
  { [Name in TaskName]: { name: Name; input: Parameters<(typeof tasks)[Name]>[0] } }[TaskName]
> & {
  readonly port: MessagePort;
};

/** The worker's entry: one task, its progress over the port, its outcome as a reply. */
export default function work(message: Message): Promise<Reply> {
  const onProgress: Progress = (label, done, total) => message.port.postMessage({ label, done, total });
  return replyOf(() =>
    message.name === "importSource"
      ? tasks.importSource(message.input, onProgress)
      : tasks.annotatedPdf(message.input, onProgress),
  ).finally(() => message.port.close());
}
