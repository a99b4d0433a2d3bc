import { setFlagsFromString } from "node:v8";
import type { MessagePort } from "node:worker_threads";
import { type Reply, replyOf } from "../../../shared/contract/reply.ts";
import { allowFiles } from "../workers/confined.ts";
import type { Task, TaskMessage } from "../workers/task.ts";
import { tasks } from "./tasks.ts";

type TaskCall = Readonly<{ name: keyof typeof tasks; input: unknown; port: MessagePort }>;

// By default V8 lets a heap grow to four times what lives on it before it collects again: a long PDF took 50 MB more.
setFlagsFromString("--heap-growing-percent=60");

/** The entry of every worker: one task, its progress and its parts over the port, its outcome as a reply. */
export default function work({ name, input, port }: TaskCall): Promise<Reply> {
  const task = tasks[name] as Task<unknown, unknown, unknown>;
  const send = (message: TaskMessage): void => port.postMessage(message);
  allowFiles(task.files?.(input) ?? []);
  return replyOf(async () =>
    task.run(input, {
      onProgress: (label, done, total) => send({ label, done, total }),
      onPart: (part) => send({ part }),
    }),
  ).finally(() => port.close());
}
