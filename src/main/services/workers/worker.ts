import "./confined.ts";
import { setFlagsFromString } from "node:v8";
import type { MessagePort } from "node:worker_threads";
import { type Reply, replyOf } from "../../../shared/wire.ts";
import type { Out } from "../import/imported.ts";
import type { Told } from "./pool.ts";
import { type TaskName, tasks } from "./tasks.ts";

type Work = Readonly<{ [Name in TaskName]: { name: Name; input: Parameters<(typeof tasks)[Name]>[0] } }[TaskName]>;
type Message = Work & { readonly port: MessagePort };

// Left to itself, V8 lets a heap grow to four times what lives on it before it looks again: a long PDF took 50 MB more.
setFlagsFromString("--heap-growing-percent=60");

/** The worker's entry: one task, its progress and its parts over the port, its outcome as a reply. */
export default function work({ port, ...message }: Message): Promise<Reply> {
  const tell = (told: Told): void => port.postMessage(told);
  const onProgress: Out["onProgress"] = (label, done, total) => tell({ label, done, total });
  return replyOf(() => done(message, { onProgress, onPart: (part) => tell({ part }) })).finally(() => port.close());
}

function done(message: Work, out: Out): Promise<unknown> {
  const { onProgress } = out;
  switch (message.name) {
    case "importSource":
      return tasks.importSource(message.input, out);
    case "previewText":
      return tasks.previewText(message.input);
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
