import { useMemo } from "react";
import { labelsOf, paperSortings } from "../../../shared/papers/table.ts";
import { useTexts } from "../i18n/texts.ts";
import { focusRef } from "../state/focus.ts";
import { importChosen } from "../state/import-files.ts";
import { useLibrary } from "../state/library.ts";
import { setPapers, usePapers } from "../state/papers.ts";
import { isComposing } from "../ui/composing.ts";
import { Icon } from "../ui/Icon.tsx";
import { Select } from "../ui/Select.tsx";
import { focusPaperList } from "./paper-list-keys.ts";

const words = focusRef("papers-words");

/** Words, tag, collection and order of the papers shown; list or cards; import. */
export function Tools({ shown }: Readonly<{ shown: number }>) {
  const { t, number } = useTexts();
  const papers = useLibrary((state) => state.library.papers);
  const writable = useLibrary((state) => state.server.access.mode === "write");
  const layout = usePapers((state) => state.layout);
  const sort = usePapers((state) => state.sort);
  const down = usePapers((state) => state.down);
  const filter = usePapers((state) => state.filter);
  const all = Object.keys(papers).length;
  const labels = useMemo(
    () => ({
      tag: labelsOf(Object.values(papers), "tags"),
      collection: labelsOf(Object.values(papers), "collections"),
    }),
    [papers],
  );
  const put = (part: "words" | "tag" | "collection", value: string): void => {
    const { [part]: _before, ...rest } = filter;
    setPapers({ filter: value === "" ? rest : { ...rest, [part]: value } });
  };
  return (
    <search className="papers-tools" aria-label={t("papers.find")}>
      <input
        id="papers-words"
        ref={words}
        type="search"
        dir="auto"
        placeholder={t("papers.words")}
        aria-label={t("papers.words")}
        value={filter.words ?? ""}
        onChange={(event) => put("words", event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event) || (event.key !== "ArrowDown" && event.key !== "Enter")) return;
          event.preventDefault();
          focusPaperList();
        }}
      />
      {(["collection", "tag"] as const).map((kind) =>
        labels[kind].length === 0 ? null : (
          <span key={kind} data-kind={kind}>
            <Select
              label={t(`papers.${kind}`)}
              none={t(`papers.${kind}.all`)}
              value={filter[kind] ?? ""}
              options={labels[kind].map(([name, count]) => [name, `${name} (${number(count)})`])}
              onChange={(value) => put(kind, value)}
            />
          </span>
        ),
      )}
      <Select
        label={t("papers.sort")}
        value={sort}
        options={paperSortings.map((paperSorting) => [paperSorting, t(`papers.sort.${paperSorting}`)])}
        onChange={(value) =>
          setPapers({ sort: paperSortings.find((paperSorting) => paperSorting === value) ?? "title" })
        }
      />
      <button
        type="button"
        className="sign"
        aria-label={t(down ? "papers.down" : "papers.up")}
        title={t(down ? "papers.down" : "papers.up")}
        onClick={() => setPapers({ down: !down })}
      >
        <Icon name={down ? "down" : "up"} />
      </button>
      <span className="grow" />
      <output className={shown < all ? "hiding" : "soft"}>
        {shown < all ? t("papers.shown", { shown, all }) : t("papers.count", { count: all })}
      </output>
      {shown < all && (
        <button type="button" onClick={() => setPapers({ filter: {} })}>
          {t("filter.showAll")}
        </button>
      )}
      <span className="layouts">
        {(["list", "cards"] as const).map((look) => (
          <button
            type="button"
            key={look}
            aria-pressed={layout === look}
            className={layout === look ? "on" : ""}
            onClick={() => setPapers({ layout: look })}
          >
            {t(`papers.${look}`)}
          </button>
        ))}
      </span>
      {writable && (
        <button type="button" className="accent" onClick={() => void importChosen()}>
          {t("papers.import")}
        </button>
      )}
    </search>
  );
}
