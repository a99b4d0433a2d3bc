/** Told as work goes on: what is counted, how many are done, and of how many. */
export type Progress = (label: string, done: number, total: number) => void;
