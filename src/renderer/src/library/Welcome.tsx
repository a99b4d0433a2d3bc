import { importFiles } from "../state/import-files.ts";
import { attempt, openPaper, useStore } from "../state/store.ts";

/** What an empty library shows: the two ways to begin. */
export function Welcome() {
  const { workbench, host } = useStore();
  const sample = async (): Promise<void> => {
    const made = await attempt(() => workbench.importSample({}));
    const first = made?.[0];
    if (first !== undefined) await openPaper(first.paper.id);
  };
  const choose = async (): Promise<void> => importFiles((await attempt(() => host.chooseFiles({}))) ?? []);
  return (
    <section className="welcome">
      <h1>Read, mark, say who holds it</h1>
      <p>Stancemark keeps your papers and what you say about them in one folder on this machine. Nothing leaves it.</p>
      <ol>
        <li>Bring in a paper: PDF, Markdown or text. You can drop files anywhere in this window.</li>
        <li>Select the words of a claim and press Enter. Name the actor, the issue and the stance; Enter keeps it.</li>
        <li>Export the paper as an annotated PDF, or all claims as a report.</li>
      </ol>
      <p className="buttons">
        <button type="button" className="primary" onClick={() => void sample()}>
          Open the sample paper
        </button>
        <button type="button" onClick={() => void choose()}>
          Import papers…
        </button>
      </p>
    </section>
  );
}
