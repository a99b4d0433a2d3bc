import { memo } from "react";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { hasPages } from "../../../shared/model/paper-format.ts";
import { paperFacts } from "../../../shared/papers/table.ts";
import { useTexts } from "../i18n/texts.ts";
import { contextName } from "../state/context.ts";
import { Cover } from "./Cover.tsx";
import { StanceBar } from "./StanceBar.tsx";

type Props = Readonly<{
  library: Library;
  paper: Paper;
  index: number;
  count: number;
  chosen: boolean;
  current: boolean;
  coverWidth: number;
}>;

/**
 * One paper of the library, as a line or as a card: the same parts, placed by style. Clicks and keys are the list's.
 */
export const PaperItem = memo(function Item({ library, paper, index, count, chosen, current, coverWidth }: Props) {
  const { t, list, date, percent, number } = useTexts();
  const facts = paperFacts(library, paper);
  const labels = [...paper.collections.map((name) => ({ name, kind: "collection" })), ...paper.tags.map(tagged)];
  return (
    <div
      role="option"
      aria-selected={chosen}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={`paper${chosen ? " chosen" : ""}`}
      data-index={index}
      data-context={contextName("paper", paper.id)}
      draggable
      tabIndex={current ? 0 : -1}
    >
      <span className="tick" data-part="tick" aria-hidden="true">
        {chosen ? "✓" : ""}
      </span>
      <span className="tray">
        <Cover paper={paper} width={coverWidth} />
      </span>
      <span className="about">
        <b dir="auto" data-part="title" title={paper.title}>
          {paper.title}
        </b>
        <span className="soft" dir="auto">
          {[list(paper.authors), paper.publisher].filter((part) => part !== "").join(" · ")}
        </span>
      </span>
      <span className="date">{paper.date ?? ""}</span>
      <span className="size">
        {t(hasPages(paper.format) ? "papers.pages" : "papers.sections", { count: paper.pages })}
      </span>
      <span className="progress">
        <span className="numbers">
          <span>{t("papers.claims", { count: facts.claims })}</span>
          <span title={t("status.coverageHelp")}>{t("papers.coverage", { share: percent(facts.coverage) })}</span>
        </span>
        <StanceBar library={library} facts={facts} />
      </span>
      <span className="changed" title={t("papers.changedHelp")}>
        {date(facts.changed)}
      </span>
      <span className="labels">
        {labels.slice(0, 4).map(({ name, kind }) => (
          <span key={`${kind} ${name}`} className={kind} dir="auto" data-part={kind} data-name={name}>
            {name}
          </span>
        ))}
        {labels.length > 4 && <span className="more">{`+${number(labels.length - 4)}`}</span>}
      </span>
    </div>
  );
});

function tagged(name: string): Readonly<{ name: string; kind: string }> {
  return { name, kind: "tag" };
}
