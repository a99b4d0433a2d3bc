import "./confined.ts";
import { setFlagsFromString } from "node:v8";
import type { MessagePort } from "node:worker_threads";
import { type Reply, replyOf } from "../../../shared/wire.ts";
import type { Progress } from "./jobs.ts";
import { type TaskName, tasks } from "./tasks.ts";

type Work = Readonly<{ [Name in TaskName]: { name: Name; input: Parameters<(typeof tasks)[Name]>[0] } }[TaskName]>;
type Message = Work & { readonly port: MessagePort };

// Left to itself, V8 lets a heap grow to four times what lives on it before it looks again: a long PDF took 120 MB more.
setFlagsFromString("--heap-growing-percent=60");

/** The worker's entry: one task, its progress over the port, its outcome as a reply. */
export default function work({ port, ...message }: Message): Promise<Reply> {
  const onProgress: Progress = (label, done, total) => port.postMessage({ label, done, total });
  return replyOf(() => done(message, onProgress)).finally(() => port.close());
}

function done(message: Work, onProgress: Progress): Promise<unknown> {
  switch (message.name) {
    case "importSource":
      return tasks.importSource(message.input, onProgress);
    case "readTable":
      return tasks.readTable(message.input);
    case "readBundle":
      return tasks.readBundle(message.input);
    case "packBundle":
      return tasks.packBundle(message.input);
    case "annotatedPdf":
      return tasks.annotatedPdf(message.input, onProgress);
    case "analyse":
      return tasks.analyse(message.input, onProgress);
    case "report":
      return tasks.report(message.input, onProgress);
    case "cite":
      return tasks.cite(message.input);
  }
}
