import type { Message } from "../../../shared/messages/arguments.ts";
/** Told as work goes on: what is counted, how many are done, and of how many. */
export type Progress = (label: Message, done: number, total: number) => void;
