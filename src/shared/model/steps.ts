/**
 * Work in steps: it yields now and then, so that whoever runs it can let other work go on in between
 * (`inSlices` in `services/files/pause.ts`).
 */
export type Steps<Result> = Generator<void, Result>;

/** Do all of some work without a pause. */
export function atOnce<Result>(work: Steps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
