import { expect, test, vi } from "vitest";
import { sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { isPreviewJob, runPreview, stopPreview } from "./preview-jobs.ts";
import { useShell } from "./shell.ts";
import { openWindow } from "./window.cases.ts";

/** A workbench whose jobs end when they are cancelled or finished, and what was begun and cancelled. */
function workbench() {
  const log: string[] = [];
  const jobs = new Map<string, PromiseWithResolvers<string>>();
  const names: string[] = [];
  const cancel = async ({ job }: { job: string }) => {
    log.push(`cancel ${names.indexOf(job)}`);
    jobs.get(job)?.reject(new WorkbenchError("cancelled", message("general.cancelled")));
    return null;
  };
  openWindow(sampleLibrary(), "Ever words.", { cancel: cancel as never });
  const work = (job: string): Promise<string> => {
    names.push(job);
    log.push(`begin ${names.length - 1}`);
    const made = Promise.withResolvers<string>();
    jobs.set(job, made);
    return made.promise;
  };
  const end = (index: number, value: string): void => jobs.get(names[index] ?? "")?.resolve(value);
  return { log, work, end, names, fail: (error: Error) => jobs.get(names[0] ?? "")?.reject(error) };
}

test("a preview that is asked for stops the one before, without a word, and is made after its end", async () => {
  const { log, work, end, names } = workbench();
  const first = runPreview(work);
  await vi.waitUntil(() => log.length === 1);
  const second = runPreview(work);
  const third = runPreview(work);
  await vi.waitUntil(() => names.length === 2);
  end(1, "third");
  expect(await Promise.all([first, second, third])).toEqual([null, null, "third"]);
  // The second one never begins: by its turn the third one is wanted.
  expect(log).toEqual(["begin 0", "cancel 0", "cancel -1", "begin 1"]);
  expect(useShell.getState().message).toBeNull();
  expect(names.every(isPreviewJob)).toBe(true);
});

test("what nobody looks at any more is stopped once; what is over needs no stop", async () => {
  const { log, work, end } = workbench();
  const left = runPreview(work);
  await vi.waitUntil(() => log.length === 1);
  stopPreview();
  stopPreview();
  expect(await left).toBeNull();
  const made = runPreview(work);
  await vi.waitUntil(() => log.includes("begin 1"));
  end(1, "made");
  expect(await made).toBe("made");
  stopPreview();
  expect(log).toEqual(["begin 0", "cancel 0", "begin 1"]);
});

test("a preview that fails says why, and the next one is made", async () => {
  const { log, work, end, fail } = workbench();
  const failed = runPreview(work);
  await vi.waitUntil(() => log.length === 1);
  fail(new WorkbenchError("missing", message("export.templateMissing", { name: "Weekly", names: [] })));
  expect(await failed).toBeNull();
  expect(useShell.getState().message?.text).toContain("Weekly");
  const made = runPreview(work);
  await vi.waitUntil(() => log.length === 2);
  end(1, "made");
  expect(await made).toBe("made");
});
