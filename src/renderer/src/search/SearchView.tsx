import { isComposing } from "../ui/composing.ts";
import "./search.css";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { SearchHit } from "../../../shared/contract/workbench.ts";
import { useTexts } from "../i18n/texts.ts";
import { focusOn, registerFocus } from "../state/focus.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { openHit, search, useSearch } from "../state/search.ts";
import { CodeMatches } from "./CodeMatches.tsx";
import { Preview } from "./Preview.tsx";
import { Results } from "./Results.tsx";
import { SearchFilters } from "./SearchFilters.tsx";

/**
 * Words of any paper and of everything recorded about them: the places where they occur, paper by paper, each opened
 * with Enter.
 */
export function SearchView() {
  const { t } = useTexts();
  const words = useSearch((state) => state.words);
  const found = useSearch((state) => state.found);
  const asking = useSearch((state) => state.asking);
  const asked = useSearch((state) => state.asked);
  const current = useSearch((state) => state.at);
  const writable = useLibrary((state) => isWritable(state));
  const [pointed, setPointed] = useState<SearchHit | null>(null);
  const [isCoding, setCoding] = useState(false);
  const [typed, setTyped] = useState(words);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => registerFocus("search", () => field.current), []);
  useEffect(() => {
    if (useSearch.getState().at < 0) field.current?.select();
  }, []);
  useEffect(() => setTyped(words), [words]);
  // What was looked at belongs to what was found.
  useEffect(() => setPointed(found?.hits[0] ?? null), [found]);
  useEffect(() => {
    if (typed === useSearch.getState().words) return undefined;
    const timer = setTimeout(() => void search(typed), 50);
    return () => clearTimeout(timer);
  }, [typed]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event)) return;
    if (event.key === "Enter") {
      if (typed.trim() === asked && found !== null) void openHit(Math.max(0, current));
      else void search(typed);
    } else if (event.key === "ArrowDown") focusOn("hits");
    else if (event.key === "Escape" && typed !== "") setTyped("");
    else return;
    event.preventDefault();
  };
  const places = found?.papers.reduce((sum, paper) => sum + paper.places, 0) ?? 0;
  const claims = found?.papers.reduce((sum, paper) => sum + paper.annotations, 0) ?? 0;
  return (
    <section className="search-view" aria-label={t("search.name")}>
      <search>
        <input
          id="search-words"
          ref={field}
          type="search"
          dir="auto"
          placeholder={t("search.words")}
          aria-label={t("search.words")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <output>
          {asking
            ? t("search.asking")
            : found === null || found.papers.length === 0
              ? ""
              : t("search.counts", { places, claims, papers: found.papers.length })}
        </output>
        <SearchFilters />
        {writable && found !== null && places > 0 && asked !== "" && (
          <button type="button" onClick={() => setCoding(true)}>
            {t("autocode.open")}
          </button>
        )}
      </search>
      {found === null || asked === "" ? (
        <p className="empty">{t("search.help")}</p>
      ) : found.papers.length === 0 ? (
        <p className="empty">{t("search.nothing", { words: asked })}</p>
      ) : (
        <div className="hits-body">
          <Results found={found} onPoint={setPointed} />
          {pointed !== null && <Preview hit={pointed} />}
        </div>
      )}
      {isCoding && <CodeMatches query={asked} onClose={() => setCoding(false)} />}
    </section>
  );
}
