import { expect, onTestFinished, test, vi } from "vitest";
import { sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { importMany } from "./import-many.ts";
import { useShell } from "./shell.ts";
import { openWindow } from "./window.cases.ts";

type Call = Readonly<{
  name: string;
  job: string;
  after?: string;
  password?: string;
  end: PromiseWithResolvers<unknown>;
}>;

const files = ["a.pdf", "b.pdf", "c.pdf", "d.pdf"].map((name) => ({ name, bytes: new Uint8Array() }));
const done = (name: string) => ({ paper: { id: name, title: name }, duplicate: false, annotations: 0, warnings: [] });
const failure = (code: WorkbenchError["code"], key: "general.cancelled" | "pdf.noPages"): WorkbenchError =>
  new WorkbenchError(code, message(key));

/** A window on a computer with three processors, whose imports end when the test says so. */
function importing() {
  const calls: Call[] = [];
  const cancel = vi.fn(async () => null);
  const importPaper = (args: Omit<Call, "end">) => {
    const end = Promise.withResolvers<unknown>();
    calls.push({ ...args, end });
    return end.promise;
  };
  openWindow(sampleLibrary(), "Ever words.", { importPaper: importPaper as never, cancel: cancel as never });
  vi.stubGlobal("navigator", { hardwareConcurrency: 3 });
  onTestFinished(() => void vi.unstubAllGlobals());
  const begun = (count: number) => vi.waitUntil(() => calls.length === count);
  const end = (name: string, error?: WorkbenchError): void => {
    const call = calls.findLast((one) => one.name === name);
    if (error === undefined) call?.end.resolve(done(name));
    else call?.end.reject(error);
  };
  return { calls, cancel, begun, end };
}

test("files are imported as many at a time as there are processors to spare, each after the one before", async () => {
  const { calls, begun, end } = importing();
  const all = importMany(files);
  await begun(2);
  expect(useShell.getState().batch).toMatchObject({ at: 1, of: 4, jobs: [calls[0]?.job, calls[1]?.job] });
  end("b.pdf");
  await begun(3);
  expect(useShell.getState().batch).toMatchObject({ at: 2, of: 4, jobs: [calls[0]?.job, calls[2]?.job] });
  end("a.pdf");
  await begun(4);
  end("d.pdf", failure("unreadable", "pdf.noPages"));
  end("c.pdf");
  await all;
  expect(calls.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  expect(calls.map(({ after }) => after)).toEqual([undefined, ...calls.slice(0, 3).map(({ job }) => job)]);
  const { batch, progress, view, dialog, importReport, confirmation } = useShell.getState();
  expect({ batch, progress, view, dialog }).toEqual({
    batch: null,
    progress: null,
    view: "library",
    dialog: "import-report",
  });
  expect(importReport).toMatchObject({ name: null, rejected: [expect.stringContaining("d.pdf")] });
  expect(confirmation?.text).toMatch(/a\.pdf.*b\.pdf.*c\.pdf/s);
});

test("after a stop no more files are begun, and it is said how many were", async () => {
  const { calls, begun, end } = importing();
  const all = importMany(files);
  await begun(2);
  useShell.setState({ batch: null });
  end("a.pdf");
  end("b.pdf", failure("cancelled", "general.cancelled"));
  await all;
  expect(calls).toHaveLength(2);
  expect(useShell.getState().message).toMatchObject({ bad: true, text: expect.stringMatching(/b\.pdf.*2 of 4/s) });
  expect(useShell.getState().importReport).toBeNull();
});

test("passwords are asked for one after the other", async () => {
  const { calls, begun, end } = importing();
  const all = importMany(files.slice(0, 2));
  await begun(2);
  end("b.pdf", failure("password", "pdf.noPages"));
  end("a.pdf", failure("password", "pdf.noPages"));
  await vi.waitUntil(() => useShell.getState().asked !== null);
  expect(useShell.getState().asked?.name).toBe("b.pdf");
  useShell.getState().asked?.answer("open");
  await vi.waitUntil(() => useShell.getState().asked?.name === "a.pdf");
  useShell.getState().asked?.answer(null);
  await begun(3);
  expect(calls[2]).toMatchObject({ name: "b.pdf", password: "open", after: calls[0]?.job });
  end("b.pdf");
  await all;
  expect(useShell.getState().asked).toBeNull();
  expect(useShell.getState().importReport?.rejected).toHaveLength(1);
});
