import { type KeyboardEvent, useEffect, useState } from "react";
import {
  type CommandEntry,
  type CommandId,
  commands,
  type Facts,
  isAvailable,
} from "../../../shared/contract/commands.ts";
import type { SearchHit } from "../../../shared/contract/workbench.ts";
import { issueNames, printPath, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { plainWords } from "../../../shared/text/words.ts";
import { getWorkbench } from "../client/connection.ts";
import { type Texts, useTexts } from "../i18n/texts.ts";
import { commandKey } from "../state/keys.ts";
import { useLibrary } from "../state/library.ts";
import { goTo, openPaper } from "../state/reading.ts";
import { search } from "../state/search.ts";
import { showClaims } from "../state/shell.ts";
import { isComposing } from "../ui/composing.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { showKey } from "../ui/key-name.ts";
import { runCommand } from "./commands.ts";
import { useFacts } from "./facts.ts";

type Offer = Readonly<{ id: string; kind: string; label: string; key: string | null; run: () => unknown }>;

/** One field for everything: commands, papers, issues, and words of any paper. */
export function CommandPalette({ onClose }: Readonly<{ onClose: () => void }>) {
  const texts = useTexts();
  const { t } = texts;
  const facts = useFacts();
  const library = useLibrary((state) => state.library);
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const offers = [...offersFor(facts, library, words, texts), ...useHits(words, texts), ...searchOffer(words, texts)];
  const chosen = offers[Math.min(active, offers.length - 1)];
  const take = (offer: Offer | undefined): void => {
    if (offer === undefined) return;
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
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id="palette-offers" className="palette" aria-label={t("palette.found")}>
        {offers.map((offer) => (
          <div
            role="option"
            tabIndex={-1}
            key={offer.id}
            id={`offer-${offer.id}`}
            aria-selected={offer === chosen}
            ref={(element) => {
              if (offer === chosen) element?.scrollIntoView({ block: "nearest" });
            }}
            onMouseDown={(event) => {
              event.preventDefault();
              take(offer);
            }}
          >
            <span className="soft">{offer.kind}</span> <span dir="auto">{offer.label}</span>
            {offer.key !== null && <kbd>{offer.key}</kbd>}
          </div>
        ))}
      </div>
      {offers.length === 0 && <p className="soft">{t("palette.nothing")}</p>}
    </Dialog>
  );
}

function offersFor(facts: Facts, library: Library, words: string, { t }: Texts): Offer[] {
  const wanted = plainWords(words);
  const all: Offer[] = [
    ...commands
      .filter((command: CommandEntry) => isAvailable(command.when, facts))
      .map((command: CommandEntry) => ({
        id: command.id,
        kind: t("palette.command"),
        label: t(`command.${command.id as CommandId}`),
        key: keyShown(command.id as CommandId),
        run: () => runCommand(command.id as CommandId),
      })),
    ...Object.values(library.papers).map((paper) => ({
      id: paper.id,
      kind: t("palette.paper"),
      label: paper.title,
      key: null,
      run: () => openPaper(paper.id),
    })),
    ...Object.values(library.issues).map((issue) => {
      const names = issueNames(library.issues, issue.id);
      return {
        id: issue.id,
        kind: t("palette.issue"),
        label: showPath(names),
        key: null,
        run: () => showClaims({ issue: printPath(names) }),
      };
    }),
  ];
  return all.filter((offer) => plainWords(offer.label).includes(wanted)).slice(0, 60);
}

/** Places of papers with these words, asked for a moment after the last letter. */
function useHits(words: string, { t }: Texts): Offer[] {
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
    kind: t("palette.place", { paper: library.papers[hit.paper]?.title ?? "", page: hit.page }),
    label: hit.snippet,
    key: null,
    run: () => (hit.annotation === null ? goTo(hit.paper, hit.start) : openPaper(hit.paper, hit.annotation)),
  }));
}

/** The whole search, for more than the palette has room for. */
function searchOffer(words: string, { t }: Texts): Offer[] {
  if (words.trim() === "") return [];
  const run = (): void => {
    runCommand("view-search");
    void search(words);
  };
  return [
    {
      id: "search-all",
      kind: t("search.name"),
      label: t("search.offer", { words }),
      key: keyShown("view-search"),
      run,
    },
  ];
}

function keyShown(id: CommandId): string | null {
  const key = commandKey(id);
  return key === null ? null : showKey(key);
}
