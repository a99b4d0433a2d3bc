import type { Message } from "../../../shared/messages/arguments.ts";
import type { Progress } from "../files/progress.ts";

/** Where a running task reports to: its progress, and the parts of its result that are ready before its end. */
export type TaskOutput<Part = unknown> = Readonly<{ onProgress: Progress; onPart: (part: Part) => void }>;

/** One kind of work for a worker, with the limits it is stopped at. */
export type Task<Input, Value, Part> = Readonly<{
  run: (input: Input, output: TaskOutput<Part>) => Promise<Value>;
  /** Milliseconds from its start. */
  time: number;
  /** Megabytes that the whole program may grow while the task runs, WebAssembly and native memory included. */
  growth: number;
  /** Files of the library that the task reads by path; all others are out of its reach. */
  files?: (input: Input) => readonly string[];
}>;

/** A task as its table holds it, whatever it takes and returns. */
// A task's input is contravariant: only `never` lets tables of tasks with different inputs be one type.
export type AnyTask = Task<never, unknown, unknown>;
/** Tasks by name. */
export type TaskTable = Readonly<Record<string, AnyTask>>;

/** What a task is given. */
export type TaskInput<One extends AnyTask> = One extends Task<infer Input, infer _Value, infer _Part> ? Input : never;
/** What a task returns. */
export type TaskValue<One extends AnyTask> = One extends Task<infer _Input, infer Value, infer _Part> ? Value : never;
/** What a task hands out before its end. */
export type TaskPart<One extends AnyTask> = One extends Task<infer _Input, infer _Value, infer Part> ? Part : never;

/** What a worker sends while a task runs. */
export type TaskMessage<Part = unknown> =
  | Readonly<{ label: Message; done: number; total: number }>
  | Readonly<{ part: Part }>;
