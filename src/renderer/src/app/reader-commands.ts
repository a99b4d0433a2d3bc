import { flushSync } from "react-dom";
import { removeAnnotationEdits } from "../../../shared/claims/claim-edits.ts";
import { codedOne } from "../../../shared/claims/claims.ts";
import { message } from "../../../shared/messages/message.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { nextUnit, unitAt } from "../editor/units.ts";
import { texts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { closeFind, stepFind } from "../state/find.ts";
import { type ClaimField, focusOn } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { showPane } from "../state/panes.ts";
import { closeToolbar } from "../state/quick-coding.ts";
import { beginRangeChange } from "../state/range-change.ts";
import { reader } from "../state/reader-control.ts";
import {
  addWords,
  clearSelection,
  closeComposer,
  composeClaim,
  editClaim,
  openPaper,
  selectAnnotation,
  useReading,
} from "../state/reading.ts";
import { placeRegion } from "../state/region.ts";
import { linksOf } from "../state/relations.ts";
import { repeatClaim } from "../state/save-claim.ts";
import { search } from "../state/search.ts";
import { setSettings, stepSetting, useSettings } from "../state/settings.ts";
import { closeMessage, openDialog, showMessage, showView } from "../state/shell.ts";
import { readAloud, stopSpeaking, useSpeech } from "../state/speech.ts";
import { type Command, inReader, onClaim } from "./command.ts";
import { findInView } from "./find-in-view.ts";

function addSelectedWords(): void {
  const { range } = useReading.getState();
  if (range !== null) showMessage(texts().t("reader.added", { count: addWords(range) }));
}

/** Go to the claim at the other end of a link; with several links, ask which. */
async function followLink(claim: AnnotationId): Promise<void> {
  const links = linksOf(useLibrary.getState().library).get(claim) ?? [];
  const link = links[0];
  if (link === undefined) showMessage(texts().t("link.none"));
  else if (links.length > 1) {
    selectAnnotation(claim);
    openDialog("follow");
  } else {
    await openPaper(link.other.paper, link.other.annotation);
    reader()?.focus();
  }
}

async function deleteClaim(): Promise<void> {
  const { paper, selected } = useReading.getState();
  const { library } = useLibrary.getState();
  if (paper === null || selected === null || codedOne(library, paper, selected) === null) return;
  selectAnnotation(null);
  await commitNext(message("change.deleteClaim"), (now) => removeAnnotationEdits(now, paper, selected));
}

function searchSelection(): void {
  const { content, range } = useReading.getState();
  if (content === null || range === null) return;
  const words = content.text.slice(range.start, range.end).replace(/\s+/g, " ").trim();
  showView("search");
  void search(words);
}

function toggleReadAloud(): unknown {
  const { content } = useReading.getState();
  if (useSpeech.getState().spoken !== null || content === null) return stopSpeaking();
  const from = unitAt(content, "sentence", reader()?.caret() ?? 0);
  return readAloud(content.text, from, (after) => {
    const next = nextUnit(content, "sentence", after.start, 1);
    if (next !== null) reader()?.show(next.start);
    return next;
  });
}

/** Go to a field of the claim in the inspector. */
function inField(field: ClaimField): Command {
  return onClaim((claim) => {
    selectAnnotation(claim);
    showPane("right");
    requestAnimationFrame(() => {
      if (focusOn(`claim-${field}`) && field === "issue" && document.activeElement instanceof HTMLElement)
        document.activeElement.click();
    });
  });
}

/** What each command of the paper does. */
export const readerHandlers = {
  "next-claim": inReader((control) => control.step(1)),
  "previous-claim": inReader((control) => control.step(-1)),
  "focus-reader": inReader((control) => control.focus()),
  "next-sentence": inReader((control) => control.move("sentence", 1)),
  "previous-sentence": inReader((control) => control.move("sentence", -1)),
  "next-paragraph": inReader((control) => control.move("paragraph", 1)),
  "previous-paragraph": inReader((control) => control.move("paragraph", -1)),
  "next-heading": inReader((control) => control.move("section", 1)),
  "previous-heading": inReader((control) => control.move("section", -1)),
  "next-page": inReader((control) => control.move("page", 1)),
  "previous-page": inReader((control) => control.move("page", -1)),
  "paper-start": inReader((control) => control.toEnd(-1, false)),
  "paper-end": inReader((control) => control.toEnd(1, false)),
  "extend-paper-start": inReader((control) => control.toEnd(-1, true)),
  "extend-paper-end": inReader((control) => control.toEnd(1, true)),
  "next-unmarked": inReader((control) => control.unmarked(1) || showMessage(texts().t("reader.allMarked"))),
  "previous-unmarked": inReader((control) => control.unmarked(-1) || showMessage(texts().t("reader.allMarked"))),
  "select-sentence": inReader((control) => control.select("sentence")),
  "extend-sentence": inReader((control) => control.selectMore()),
  "select-paragraph": inReader((control) => control.select("paragraph")),
  "select-section": inReader((control) => control.select("section")),
  "select-page": inReader((control) => control.select("page")),
  "select-claim": onClaim((claim) => reader()?.selectAnnotation(claim)),
  grow: inReader((control) => control.grow()),
  "extend-next-sentence": inReader((control) => control.extend("sentence", 1)),
  "extend-previous-sentence": inReader((control) => control.extend("sentence", -1)),
  "extend-next-paragraph": inReader((control) => control.extend("paragraph", 1)),
  "extend-previous-paragraph": inReader((control) => control.extend("paragraph", -1)),
  "extend-next-page": inReader((control) => control.extend("page", 1)),
  "extend-previous-page": inReader((control) => control.extend("page", -1)),
  // The form is there before the next key, which is meant for it.
  code: () => flushSync(() => composeClaim()),
  "add-range": addSelectedWords,
  repeat: repeatClaim,
  "edit-claim": onClaim(editClaim),
  "mark-area": placeRegion,
  "change-range": onClaim((claim) => beginRangeChange(claim, true)),
  "set-issue": inField("issue"),
  "set-stance": inField("stance"),
  "set-strength": inField("strength"),
  "set-actor": inField("actor"),
  "set-certainty": inField("certainty"),
  "set-grade": inField("grade"),
  "edit-note": inField("note"),
  "cycle-claims": inReader((control) => control.cycle()),
  link: onClaim((claim) => {
    selectAnnotation(claim);
    openDialog("link");
  }),
  "follow-link": onClaim(followLink),
  "add-note": () => {
    flushSync(() => composeClaim());
    focusOn("note");
  },
  "focus-toolbar": () => focusOn("selection-toolbar"),
  "search-selection": searchSelection,
  "leave-claim": () => {
    if (useReading.getState().composing) {
      // The form first. What was written in it stays with its words until it is cancelled there.
      closeComposer();
      return;
    }
    closeToolbar();
    closeFind();
    clearSelection();
    closeMessage();
  },
  "delete-claim": deleteClaim,
  "focus-inspector": onClaim((claim) => {
    selectAnnotation(claim);
    showPane("right");
    requestAnimationFrame(() => focusOn("inspector"));
  }),
  find: findInView,
  "find-next": () => stepFind(1),
  "find-previous": () => stepFind(-1),
  "larger-text": () => stepSetting("size", 1),
  "smaller-text": () => stepSetting("size", -1),
  "focus-mode": () => setSettings({ focus: !useSettings.getState().focus }),
  "read-aloud": toggleReadAloud,
} as const satisfies Record<string, Command>;
