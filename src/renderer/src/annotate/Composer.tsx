import { autoUpdate, flip, offset, shift, useFloating } from "@floating-ui/react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { issueEdits, stanceScale } from "../../../shared/coding.ts";
import { issueNames, parsePath, showPath } from "../../../shared/issue-path.ts";
import type { StanceId } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";
import { keepClaim } from "../state/keep-claim.ts";
import { reader } from "../state/reader-control.ts";
import { useStore } from "../state/store.ts";
import { key } from "../ui/key.tsx";
import { IssueField } from "./IssueField.tsx";

/** The form at the selected words: actor, issue, stance, note. Enter keeps, Escape leaves. */
export function Composer() {
  const { t, rich } = useTexts();
  const { library, paper, content, range, last } = useStore();
  const record = paper === null ? undefined : library.papers[paper];
  const author = record?.author == null ? "" : (library.actors[record.author]?.name ?? "");
  const [actor, setActor] = useState(author);
  const [path, setPath] = useState("");
  const [stance, setStance] = useState<StanceId | null>(null);
  const [note, setNote] = useState("");
  const issueInput = useRef<HTMLInputElement>(null);
  const scale = useMemo(() => stanceScale(library.stances), [library.stances]);
  const pinned = useMemo(
    () =>
      new Map(
        Object.values(library.issues).flatMap((issue) => (issue.key === null ? [] : [[issue.key, issue] as const])),
      ),
    [library.issues],
  );
  const { refs, floatingStyles } = useFloating({
    strategy: "fixed",
    placement: "bottom-start",
    middleware: [offset(10), flip({ padding: 48 }), shift({ padding: 12, crossAxis: true })],
    whileElementsMounted: autoUpdate,
  });
  useEffect(() => {
    const paperBox = document.querySelector(".paper");
    refs.setPositionReference({
      getBoundingClientRect: () => reader()?.selectionBox() ?? new DOMRect(),
      ...(paperBox === null ? {} : { contextElement: paperBox }),
    });
    issueInput.current?.focus();
  }, [refs]);
  const complete = Object.values(library.issues).some(
    (issue) => showPath(issueNames(library.issues, issue.id)) === path,
  );
  if (content === null || range === null) return null;

  const leave = (): void => {
    useStore.setState({ composing: false });
    reader()?.focus();
  };
  const keep = async (): Promise<void> => {
    const names = parsePath(path.replaceAll("/", "\\/").replaceAll(" › ", "/"));
    const issue = names.length === 0 ? null : issueEdits(library.issues, names);
    const chosen = stance ?? scale.find((one) => one.name === "unclear")?.id ?? scale[0]?.id ?? null;
    const kept = keepClaim({
      actor,
      issue: issue?.id ?? null,
      stance: chosen,
      note,
      certainty: null,
      strength: null,
      edits: issue?.edits ?? [],
    });
    // At once, so that keys pressed while the claim goes to disk reach the paper and keep nothing twice.
    reader()?.focus();
    if (!(await kept)) issueInput.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    const inNote = event.target instanceof HTMLTextAreaElement;
    // In a field half written the keys of stances are letters of a name.
    const writing =
      inNote ||
      (event.target instanceof HTMLInputElement &&
        event.target.value !== "" &&
        !(event.target === issueInput.current && complete));
    if (event.key === "Escape") leave();
    else if (event.key === "Enter" && !event.shiftKey && !event.defaultPrevented) void keep();
    else if (!writing && !modified && stanceFor(event.key) !== undefined) setStance(stanceFor(event.key) ?? null);
    else if (!writing && !modified && path === "" && pinned.has(event.key)) {
      const issue = pinned.get(event.key);
      if (issue !== undefined) setPath(showPath(issueNames(library.issues, issue.id)));
    } else if (event.key.toLowerCase() === "r" && !writing && !modified && path === "" && last !== null) {
      setActor(last.actor);
      setPath(showPath(issueNames(library.issues, last.issue)));
      setStance(last.stance);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const stanceFor = (key: string): StanceId | undefined => scale.find((one) => one.key === key)?.id;

  return (
    <form
      className="composer"
      aria-label={t("annotate.codeWords")}
      ref={refs.setFloating}
      style={floatingStyles}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <blockquote dir="auto">{content.text.slice(range.start, range.end)}</blockquote>
      <label>
        {t("annotate.actor")}
        <input list="actors" value={actor} onChange={(event) => setActor(event.target.value)} />
        <datalist id="actors">
          {Object.values(library.actors).map((one) => (
            <option key={one.id} value={one.name} />
          ))}
        </datalist>
      </label>
      <IssueField library={library} value={path} onChange={setPath} input={issueInput} />
      <fieldset aria-label={t("annotate.stance")}>
        <span>{t("annotate.stance")}</span>
        <div className="stances">
          {scale.map((one) => (
            <button
              type="button"
              key={one.id}
              className={one.name}
              aria-pressed={stance === one.id}
              title={t("annotate.stanceKey", { name: one.name, key: one.key ?? "" })}
              onClick={() => setStance(one.id)}
            >
              {one.glyph} {one.name}
            </button>
          ))}
        </div>
      </fieldset>
      <label>
        {t("annotate.note")}
        <textarea rows={1} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <footer>
        <span>{rich("annotate.hint", { kbd: key })}</span>
        <button type="button" className="primary" onClick={() => void keep()}>
          {rich("annotate.keep", { kbd: key })}
        </button>
      </footer>
    </form>
  );
}
