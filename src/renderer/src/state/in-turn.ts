let last: Promise<unknown> = Promise.resolve();

/**
 * Do the work once all work given before is done, whether or not it succeeded. For keys and clicks that follow each
 * other faster than the library answers: each acts on what the ones before have saved.
 */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}
