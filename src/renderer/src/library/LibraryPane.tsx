import { useMemo } from "react";
import { issueLineEdits, withFreeKeys } from "../../../shared/codebook/issue-lines.ts";
import type { IssueSuggestion } from "../../../shared/codebook/suggest.ts";
import { suggestIssues } from "../../../shared/codebook/suggest.ts";
import { message } from "../../../shared/messages/message.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { landmarkRef } from "../state/focus.ts";
import { importChosen } from "../state/import-files.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { Actors } from "./Actors.tsx";
import { Codebook } from "./Codebook.tsx";
import { OutlineList, useOutline } from "./Outline.tsx";
import { PaneList } from "./PaneList.tsx";
import { type Section, SectionGroup } from "./SectionGroup.tsx";

const papers = landmarkRef("papers");

/** The papers, the outline of the open one, the issues, with those that its headings suggest, and the actors. */
export function LibraryPane() {
  const { t } = useTexts();
  const writable = useLibrary((state) => state.server.access.mode === "write");
  const outline = useOutline();
  const sections: readonly Section[] = [
    {
      name: "papers",
      title: t("library.papers"),
      share: 2,
      content: (
        <>
          <PaneList />
          {writable && (
            <button type="button" className="row quiet" onClick={() => void importChosen()}>
              {t("library.import")}
            </button>
          )}
        </>
      ),
    },
    ...(outline.length < 2
      ? []
      : [{ name: "outline", title: t("library.outline"), share: 2, content: <OutlineList sections={outline} /> }]),
    {
      name: "codebook",
      title: t("library.codebook"),
      share: 4,
      content: (
        <>
          <SuggestedIssues />
          <Codebook />
        </>
      ),
    },
    { name: "actors", title: t("library.actors"), share: 2, content: <Actors /> },
  ];
  return (
    <nav className="pane left" ref={papers} aria-label={t("library.name")}>
      <SectionGroup sections={sections} />
    </nav>
  );
}

function SuggestedIssues() {
  const { t, list } = useTexts();
  const issues = useLibrary((state) => state.library.issues);
  const paper = useReading((state) => state.paper);
  const title = useLibrary(({ library }) => (paper === null ? undefined : library.papers[paper]?.title));
  const content = useReading((state) => state.content);
  const writable = useLibrary((state) => state.server.access.mode === "write");
  const suggested = useMemo(
    () => (content === null || title === undefined ? [] : suggestIssues(content, title, issues)),
    [content, title, issues],
  );
  if (suggested.length === 0 || !writable) return null;
  const accept = (): void => void acceptIssues(suggested);
  const question = t("library.suggestion", {
    names: list(suggested.slice(0, 4).map((suggestion) => suggestion.names.at(-1) ?? "")),
    more: Math.max(0, suggested.length - 4),
  });
  // The issues that are there need the room; to a new codebook headings are the beginning.
  if (Object.keys(issues).length > 0)
    return (
      <button type="button" className="row quiet" title={question} onClick={accept}>
        {t("library.addHeadings", { count: suggested.length })}
      </button>
    );
  return (
    <section className="suggestion">
      <p>{question}</p>
      <button type="button" onClick={accept}>
        {t("library.addIssues", { count: suggested.length })}
      </button>
    </section>
  );
}

/** Make issues of suggestions, as one change, pinned to the digits that are free. */
export async function acceptIssues(suggested: readonly IssueSuggestion[]): Promise<void> {
  await commitNext(message("change.headings"), ({ issues, stances }) =>
    withFreeKeys(issues, stances, issueLineEdits(issues, suggested)),
  );
}
