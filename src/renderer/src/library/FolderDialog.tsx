import { type FormEvent, useMemo, useState } from "react";
import { paperFormats } from "../../../shared/model/paper-format.ts";
import { type PlannedPaper, plannedPapers } from "../../../shared/papers/import-plan.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { type FolderChoice, type FolderFile, type FolderImport, useShell } from "../state/shell.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { type DetailsSource, detailsBy, tryPattern } from "./folder-details.ts";
import { type Previewed, usePreviews } from "./use-previews.ts";
import "./folder.css";

/** Shows what an import of several files would bring in, and asks where their titles, authors and dates come from. */
export function FolderDialog() {
  const asked = useShell((state) => state.askedFolder);
  return asked === null ? null : <Folder folder={asked.folder} answer={asked.answer} />;
}

type Props = Readonly<{ folder: FolderImport; answer: (choice: FolderChoice | null) => void }>;

function Folder({ folder: { files, tables }, answer }: Props) {
  const { t } = useTexts();
  const papers = useLibrary((state) => state.library.papers);
  const [source, setSource] = useState<DetailsSource>(tables.length > 0 ? "table" : "file");
  const [pattern, setPattern] = useState("{author} - {date} - {title}");
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set());
  const known = usePreviews(files);
  const detailsOf = useMemo(() => detailsBy(source, pattern, tables), [source, pattern, tables]);
  const plan = useMemo(() => {
    const planned = files.map(({ within }, index) => {
      const previewed = known.get(index);
      const found = previewed?.kind === "found" ? previewed.preview : null;
      const inLibrary = found?.paper ? (papers[found.paper]?.title ?? "") : null;
      return { within, found, inLibrary };
    });
    return plannedPapers(planned, detailsOf);
  }, [files, known, papers, detailsOf]);
  const tried = tryPattern(
    pattern,
    files.map(({ name }) => name),
  );
  const wanted = files.flatMap((file, index) =>
    skipped.has(index) ? [] : [{ ...file, details: detailsOf(file.within) }],
  );
  const isRight = source !== "names" || tried.why === null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    answer(wanted);
  };
  const toggle = (index: number): void => {
    const next = new Set(skipped);
    if (!next.delete(index)) next.add(index);
    setSkipped(next);
  };
  const choice = (value: DetailsSource, label: string) => (
    <label key={value}>
      <input
        type="radio"
        name="folder-details"
        value={value}
        checked={source === value}
        onChange={() => setSource(value)}
      />
      {label}
    </label>
  );
  return (
    <Dialog
      title={t("folder.title", { count: files.length })}
      onClose={() => answer(null)}
      isQuestion
      buttons={
        <button type="submit" form="folder-form" className="primary" disabled={wanted.length === 0 || !isRight}>
          {t("folder.import", { count: wanted.length })}
        </button>
      }
    >
      <form id="folder-form" className="folder-form" onSubmit={submit}>
        <fieldset>
          <legend>{t("folder.details")}</legend>
          {choice("file", t("folder.details.file"))}
          {choice("names", t("folder.details.names"))}
          {tables.length > 0 &&
            choice("table", t("folder.details.table", { names: tables.map(({ name }) => name).join(", ") }))}
          {source === "names" && (
            <div className="folder-pattern">
              <input
                aria-label={t("folder.pattern")}
                aria-describedby="folder-example"
                aria-invalid={tried.why !== null}
                value={pattern}
                dir="ltr"
                onChange={(event) => setPattern(event.target.value)}
              />
              <small id="folder-example" role={tried.why === null ? "status" : "alert"} dir="auto">
                {tried.why ?? tried.example ?? t("folder.fitsNone")}
              </small>
              {tried.why === null && tried.fits > 0 && (
                <small>{t("folder.fits", { fits: tried.fits, count: files.length })}</small>
              )}
              <small className="soft">{t("folder.parts", { parts: "{title} {author} {date}", any: "{any}" })}</small>
            </div>
          )}
        </fieldset>
      </form>
      <Files files={files} plan={plan} known={known} skipped={skipped} onToggle={toggle} />
      <p className="soft" role="status">
        {known.size < files.length
          ? t("folder.reading", { done: known.size, count: files.length })
          : t("folder.failed", { count: [...known.values()].filter(({ kind }) => kind === "failed").length })}
      </p>
    </Dialog>
  );
}

type FilesProps = Readonly<{
  files: readonly FolderFile[];
  plan: readonly PlannedPaper[];
  known: ReadonlyMap<number, Previewed>;
  skipped: ReadonlySet<number>;
  onToggle: (index: number) => void;
}>;

function Files({ files, plan, known, skipped, onToggle }: FilesProps) {
  const { t } = useTexts();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section className="folder-files" aria-label={t("folder.files")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("folder.file")}</th>
            <th scope="col">{t("folder.format")}</th>
            <th scope="col">{t("papers.field.title")}</th>
            <th scope="col">{t("papers.field.authors")}</th>
            <th scope="col">{t("folder.date")}</th>
            <th scope="col">{t("folder.status")}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, within }, index) => (
            <tr key={within} data-skipped={skipped.has(index)}>
              <td>
                <label>
                  <input type="checkbox" checked={!skipped.has(index)} onChange={() => onToggle(index)} />
                  <span dir="auto">{within}</span>
                </label>
              </td>
              <Cells name={name} paper={plan[index]} previewed={known.get(index)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellsProps = Readonly<{ name: string; paper: PlannedPaper | undefined; previewed: Previewed | undefined }>;

function Cells({ name, paper, previewed }: CellsProps) {
  const { t } = useTexts();
  const { title = null, authors = [], date = null, inLibrary = null, copyOf = null } = paper ?? {};
  const status =
    previewed === undefined
      ? t("folder.unread")
      : previewed.kind === "failed"
        ? previewed.why
        : previewed.kind === "locked"
          ? t("folder.locked")
          : inLibrary !== null
            ? t("folder.inLibrary", { title: inLibrary })
            : copyOf !== null
              ? t("folder.copy", { file: copyOf })
              : t("folder.new");
  return (
    <>
      <td>{previewed?.kind === "found" ? paperFormats[previewed.preview.format].label : ""}</td>
      {/* A paper without a title is imported under its file's name. */}
      <td dir="auto" className={title === null ? "soft" : undefined}>
        {title ?? (previewed?.kind === "found" ? name.replace(/\.[^.]+$/, "") : "")}
      </td>
      <td dir="auto">{authors.join("; ")}</td>
      <td className="folder-date">{date}</td>
      <td dir="auto" className={previewed?.kind === "failed" ? "folder-bad" : "soft"}>
        {status}
      </td>
    </>
  );
}
