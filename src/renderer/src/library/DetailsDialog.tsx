import { type FormEvent, type InputHTMLAttributes, useRef, useState } from "react";
import { message } from "../../../shared/messages/message.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { hasPages, paperFormats } from "../../../shared/model/paper-format.ts";
import { isReadByOlder } from "../../../shared/model/reader-version.ts";
import {
  fieldText,
  listMark,
  type PaperField,
  type PaperPart,
  paperEdits,
  paperFields,
  readField,
} from "../../../shared/papers/edits.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { usePapers } from "../state/papers.ts";
import { readTrackedText, rereadPaper } from "../state/read-again.ts";
import { readWithNewer } from "../state/read-with-newer.ts";
import { readWithOcr } from "../state/read-with-ocr.ts";
import { Dialog } from "../ui/Dialog.tsx";

type Written = Readonly<Record<PaperField, string>>;

/** Everything a reader may say about a paper as a whole: what citations and lists are made of. Kept as one change. */
export function DetailsDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const edited = usePapers((state) => state.edited);
  const paper = useLibrary((state) => (edited === null ? undefined : state.library.papers[edited]));
  return paper === undefined ? null : <Record paper={paper} onClose={onClose} />;
}

function Record({ paper, onClose }: Readonly<{ paper: Paper; onClose: () => void }>) {
  const { t, number, date } = useTexts();
  const library = useLibrary((state) => state.library);
  const readOnly = useLibrary((state) => state.server.access.mode === "read");
  const [before] = useState(() => writtenOf(paper));
  const [written, setWritten] = useState<Written>(before);
  const problems = paperFields.flatMap((field) => {
    const read = readField(field, written[field]);
    return "problem" in read && written[field] !== before[field] ? [[field, read.problem] as const] : [];
  });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (problems.length > 0) return;
    const parts = paperFields.map((field): PaperPart => {
      const read = readField(field, written[field]);
      return written[field] === before[field] || "problem" in read ? {} : read.part;
    });
    const part: PaperPart = Object.assign({}, ...parts);
    void commitNext(message("change.record", { title: paper.title }), (now) =>
      paperEdits(now, [paper.id], () => part),
    ).then((kept) => kept && onClose());
  };
  const options: readonly string[] = paperFormats[paper.format].options;
  const isBefore = paper.reading?.changes === "before";
  const suggestion = paper.suggestedAuthors.join(`${listMark} `);
  const author = paper.author === null ? "" : (library.actors[paper.author]?.name ?? "");
  return (
    <Dialog
      title={t("papers.detailsOf", { title: paper.title })}
      onClose={onClose}
      isQuestion
      buttons={
        <button type="submit" form="record" className="primary" disabled={readOnly || problems.length > 0}>
          {t("papers.save")}
        </button>
      }
    >
      <form id="record" className="record" onSubmit={save}>
        {paperFields.map((field) => {
          const suggested = field === "authors" && written.authors === "" && !readOnly ? suggestion : "";
          const problem = problems.find(([name]) => name === field)?.[1];
          const given = {
            id: `record-${field}`,
            dir: "auto" as const,
            readOnly,
            value: written[field],
            placeholder: suggested !== "" ? suggested : hinted(field) ? t(`papers.hint.${field}`) : undefined,
            "aria-invalid": problem !== undefined,
            "aria-describedby": problem === undefined ? undefined : `record-${field}-problem`,
            onChange: (event: Readonly<{ target: { value: string } }>) =>
              setWritten({ ...written, [field]: event.target.value }),
          };
          return (
            <div key={field} className="field" data-field={field}>
              <label htmlFor={given.id}>{t(`papers.field.${field}`)}</label>
              {field === "note" ? (
                <textarea rows={3} {...given} />
              ) : (
                <SuggestedInput
                  {...given}
                  suggested={suggested}
                  onAccept={() => setWritten({ ...written, [field]: suggested })}
                />
              )}
              {problem !== undefined && (
                <small id={`record-${field}-problem`} role="alert">
                  {t(`papers.problem.${problem}`)}
                </small>
              )}
            </div>
          );
        })}
      </form>
      <p className="soft record-source">
        {t("papers.source", {
          file: paper.fileName,
          size: number(Math.max(1, Math.round(paper.bytes / 1024))),
          added: date(paper.added),
        })}{" "}
        {author !== "" && t("papers.authorIs", { name: author })}
      </p>
      {isReadByOlder(paper) && (
        <p>
          {t("reading.newer")}{" "}
          <button
            type="button"
            disabled={readOnly}
            onClick={() => {
              onClose();
              void readWithNewer([paper.id]);
            }}
          >
            {t("reading.newer.read")}
          </button>
        </p>
      )}
      {hasPages(paper.format) && (
        <button
          type="button"
          disabled={readOnly}
          onClick={() => {
            onClose();
            void readWithOcr([paper.id]);
          }}
        >
          {t("ocr.open")}
        </button>
      )}
      {options.includes("changes") && (
        <button
          type="button"
          disabled={readOnly}
          onClick={() => {
            onClose();
            void readTrackedText(paper.id, isBefore ? "accepted" : "before");
          }}
        >
          {t(isBefore ? "reading.changes.accept" : "reading.changes.before")}
        </button>
      )}
      {options.includes("encoding") && (
        <button
          type="button"
          disabled={readOnly}
          onClick={() => {
            onClose();
            void rereadPaper(paper.id);
          }}
        >
          {t(options.includes("extent") ? "reading.change.page" : "reading.change")}
        </button>
      )}
    </Dialog>
  );
}

type SuggestedInputProps = Readonly<{ suggested: string; onAccept: () => void }> &
  InputHTMLAttributes<HTMLInputElement>;

/** A field that may have a grey suggestion, which Tab or a click accepts. */
function SuggestedInput({ suggested, onAccept, ...given }: SuggestedInputProps) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const isOffered = suggested !== "";
  return (
    <div className="with-suggestion">
      <input
        ref={input}
        {...given}
        onKeyDown={(event) => {
          if (!isOffered || event.key !== "Tab" || event.shiftKey) return;
          event.preventDefault();
          onAccept();
        }}
      />
      {isOffered && (
        <button
          type="button"
          className="accept"
          tabIndex={-1}
          onClick={() => {
            onAccept();
            input.current?.focus();
          }}
        >
          <span className="unseen">{t("papers.useAuthors", { names: suggested })}</span>
          <kbd>Tab</kbd>
        </button>
      )}
    </div>
  );
}

const hints = ["authors", "date", "link", "language", "identifiers", "tags", "collections"] as const;

/** Whether an example says how a part is written. */
function hinted(field: PaperField): field is (typeof hints)[number] {
  return hints.some((hint) => hint === field);
}

function writtenOf(paper: Paper): Written {
  return Object.fromEntries(paperFields.map((field) => [field, fieldText(paper, field)])) as Written;
}
