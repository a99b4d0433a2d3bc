import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import {
  type CommandEntry,
  type CommandId,
  commands,
  isAvailable,
  type WindowFacts,
} from "../../../shared/contract/commands.ts";
import type { SearchHit } from "../../../shared/contract/workbench.ts";
import { issueNames, printPath, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { getWorkbench } from "../client/connection.ts";
import { type Texts, useTexts } from "../i18n/texts.ts";
import { commandKey } from "../state/keys.ts";
import { useLibrary } from "../state/library.ts";
import { goTo, openPaper } from "../state/reading.ts";
import { recentCommands, rememberCommand } from "../state/recent-commands.ts";
import { search } from "../state/search.ts";
import { showClaims } from "../state/shell.ts";
import { isComposing } from "../ui/composing.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { showKey } from "../ui/key-name.ts";
import { runCommand } from "./commands.ts";
import { useFacts } from "./facts.ts";
import { foundAs, type PaletteCandidate, rankOffers, scopeOf } from "./palette-offers.ts";

type Offer = PaletteCandidate & Readonly<{ key: string | null; run: () => unknown }>;
/** What is listed: `about` says what it is; of a command, by which other word it was found. */
type Row = Readonly<{
  id: string;
  about: string;
  label: string;
  /** Whether the label is of the window's language, not the library's. */
  own: boolean;
  key: string | null;
  run: () => unknown;
}>;

/** The commands that have other words by which they are found. */
const aliasesOf = {
  "toggle-theme": true,
  "theme-light": true,
  "theme-dark": true,
  settings: true,
  "larger-text": true,
  "smaller-text": true,
  "zoom-in": true,
  export: true,
  "export-bundle": true,
  "import-bundle": true,
  "import-claims": true,
  keeping: true,
  "view-codebook": true,
  "view-matrix": true,
  "view-history": true,
  keys: true,
  tour: true,
  filter: true,
  code: true,
  "edit-record": true,
} as const satisfies Partial<Record<CommandId, true>>;
type AliasedCommand = keyof typeof aliasesOf;

/** One field for everything: commands, papers, issues, actors, and words of any paper. */
export function CommandPalette({ onClose }: Readonly<{ onClose: () => void }>) {
  const texts = useTexts();
  const { t } = texts;
  const facts = useFacts();
  const library = useLibrary((state) => state.library);
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const [recent] = useState(recentCommands);
  const candidates = useMemo(() => candidatesFor(facts, library, texts), [facts, library, texts]);
  const ranked = useMemo(() => rankOffers(candidates, words, recent, most), [candidates, words, recent]);
  const isScoped = scopeOf(words).kind !== null;
  const found = useHits(isScoped ? "" : words, texts);
  const offers: readonly Row[] = [
    ...ranked.map((offer) => ({
      ...offer,
      own: offer.kind === "command",
      about: offer.kind === "command" ? (foundAs(offer, words) ?? "") : t(`palette.${offer.kind}`),
    })),
    ...(isScoped ? [] : [...found, ...searchOffer(words, texts)]),
  ];
  const chosen = offers[Math.min(active, offers.length - 1)];
  const take = (offer: Row | undefined): void => {
    if (offer === undefined) return;
    rememberCommand(offer.id);
    onClose();
    // After the dialog has given the keyboard back to where it was.
    setTimeout(() => offer.run());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const last = Math.max(0, offers.length - 1);
    if (event.key === "ArrowDown") setActive(Math.min(last, active + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if (event.key === "Enter") take(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t("shell.search")} onClose={onClose}>
      <input
        role="combobox"
        aria-label={t("palette.words")}
        aria-expanded="true"
        aria-controls="palette-offers"
        aria-activedescendant={chosen === undefined ? undefined : `offer-${chosen.id}`}
        placeholder={t("palette.scopes")}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id="palette-offers" className="palette" aria-label={t("palette.found")}>
        {offers.map((offer, index) => (
          <div
            role="option"
            tabIndex={-1}
            key={offer.id}
            id={`offer-${offer.id}`}
            aria-selected={offer === chosen}
            ref={(element) => {
              if (offer === chosen) element?.scrollIntoView({ block: "nearest" });
            }}
            // One row is marked, by keys or mouse; what scrolls under a mouse that rests is not.
            onMouseMove={() => index !== active && setActive(index)}
            onMouseDown={(event) => {
              event.preventDefault();
              take(offer);
            }}
          >
            {offer.own ? <span>{offer.label}</span> : <bdi>{offer.label}</bdi>}{" "}
            <span className="soft">{offer.about}</span>
            {offer.key !== null && <kbd>{offer.key}</kbd>}
          </div>
        ))}
      </div>
      {offers.length === 0 && <p className="soft">{t("palette.nothing")}</p>}
    </Dialog>
  );
}

/** So many are listed. */
const most = 60;

/** Everything that can be found without asking the workbench. */
function candidatesFor(facts: WindowFacts, library: Library, { t }: Texts): Offer[] {
  return [
    ...commands
      .filter((command: CommandEntry) => isAvailable(command.when, facts))
      .map((command: CommandEntry): Offer => {
        const id = command.id as CommandId;
        const aliases = id in aliasesOf ? t(`alias.${id as AliasedCommand}`).split(", ") : [];
        return {
          id,
          kind: "command",
          label: t(`command.${id}`),
          aliases,
          key: keyShown(id),
          run: () => runCommand(id),
        };
      }),
    ...Object.values(library.papers).map(
      (paper): Offer => ({
        id: paper.id,
        kind: "paper",
        label: paper.title,
        aliases: paper.authors,
        key: null,
        run: () => openPaper(paper.id),
      }),
    ),
    ...Object.values(library.issues).map((issue): Offer => {
      const names = issueNames(library.issues, issue.id);
      const run = (): void => showClaims({ issue: printPath(names) });
      return { id: issue.id, kind: "issue", label: showPath(names), aliases: [], key: null, run };
    }),
    ...Object.values(library.actors).map(
      (actor): Offer => ({
        id: actor.id,
        kind: "actor",
        label: actor.name,
        aliases: actor.aliases,
        key: null,
        run: () => showClaims({ actor: actor.name }),
      }),
    ),
  ];
}

/** Places of papers with these words, asked for a moment after the last letter. */
function useHits(words: string, { t }: Texts): Row[] {
  const workbench = getWorkbench();
  const library = useLibrary((state) => state.library);
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const query = words.trim();
  useEffect(() => {
    setHits([]);
    if (query.length < 3) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      workbench.search({ query, limit: 12, each: 3 }).then(
        (found) => wanted && setHits(found.hits),
        () => undefined,
      );
    }, 150);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [workbench, query]);
  return hits.map((hit, index) => ({
    id: `hit-${index}`,
    about: t("palette.place", { paper: library.papers[hit.paper]?.title ?? "", page: hit.page }),
    label: hit.snippet,
    own: false,
    key: null,
    run: () => (hit.annotation === null ? goTo(hit.paper, hit.start) : openPaper(hit.paper, hit.annotation)),
  }));
}

/** The whole search, for more than the palette has room for. */
function searchOffer(words: string, { t }: Texts): Row[] {
  if (words.trim() === "") return [];
  const run = (): void => {
    runCommand("view-search");
    void search(words);
  };
  return [
    {
      id: "search-all",
      about: t("search.name"),
      label: t("search.offer", { words }),
      own: true,
      key: keyShown("view-search"),
      run,
    },
  ];
}

function keyShown(id: CommandId): string | null {
  const key = commandKey(id);
  return key === null ? null : showKey(key);
}
