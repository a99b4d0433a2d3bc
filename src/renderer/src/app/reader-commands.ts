import { removeAnnotationEdits } from "../../../shared/claims/claim-edits.ts";
import { codedOne } from "../../../shared/claims/claims.ts";
import { message } from "../../../shared/messages/message.ts";
import { nextUnit, unitAt } from "../editor/units.ts";
import { texts } from "../i18n/texts.ts";
import { closeFind, openFind, stepFind, useFind } from "../state/find.ts";
import { showPane } from "../state/panes.ts";
import { type ReaderControl, reader } from "../state/reader-control.ts";
import { linksOf } from "../state/relations.ts";
import { repeatClaim } from "../state/save-claim.ts";
import { setSettings, stepSetting, useSettings } from "../state/settings.ts";
import { hasVoice, readAloud, stopSpeaking, useSpeech } from "../state/speech.ts";
import { commit, openPaper, type State, showMessage, useStore } from "../state/store.ts";
import { always, type Command, commandWhen, writable } from "./command.ts";

const inReader = (work: (control: ReaderControl, state: State) => unknown): Command =>
  commandWhen(
    (state) => state.view === "read" && reader() !== null,
    (state) => {
      const control = reader();
      return control === null ? undefined : work(control, state);
    },
  );

const onClaim = (work: (state: State) => unknown): Command =>
  commandWhen((state) => state.view === "read" && claimHere(state) !== null, work);

/** The annotation a command means: the selected one, else the one at the caret. */
function claimHere(state: State): State["selected"] {
  return state.selected ?? reader()?.annotationHere() ?? null;
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
  "select-claim": inReader((control, state) => {
    const id = claimHere(state);
    if (id !== null) control.selectAnnotation(id);
  }),
  grow: inReader((control) => control.grow()),
  "extend-next-sentence": inReader((control) => control.extend("sentence", 1)),
  "extend-previous-sentence": inReader((control) => control.extend("sentence", -1)),
  "extend-next-paragraph": inReader((control) => control.extend("paragraph", 1)),
  "extend-previous-paragraph": inReader((control) => control.extend("paragraph", -1)),
  "extend-next-page": inReader((control) => control.extend("page", 1)),
  "extend-previous-page": inReader((control) => control.extend("page", -1)),
  code: commandWhen(
    (state) => state.range !== null && !state.composing && writable(state),
    () => useStore.setState({ composing: true, editing: null, composeKey: null }),
  ),
  "add-range": commandWhen(
    (state) => state.range !== null && writable(state),
    ({ range, added }) => {
      if (range === null) return;
      useStore.setState({ added: [...added, range] });
      showMessage(texts().t("reader.added", { count: added.length + 1 }));
    },
  ),
  repeat: commandWhen((state) => state.range !== null && state.last !== null && writable(state), repeatClaim),
  "edit-claim": commandWhen(
    (state) => state.view === "read" && !state.composing && claimHere(state) !== null && writable(state),
    (state) => {
      const id = claimHere(state);
      if (id === null) return;
      reader()?.selectAnnotation(id);
      useStore.setState({ selected: id, composing: true, editing: id, composeKey: null });
    },
  ),
  "cycle-claims": commandWhen(
    (state) => state.selected !== null && state.view === "read" && reader()?.canCycle() === true,
    () => reader()?.cycle(),
  ),
  link: commandWhen(
    (state) => state.view === "read" && claimHere(state) !== null && writable(state),
    (state) => useStore.setState({ selected: claimHere(state), dialog: "link" }),
  ),
  "follow-link": onClaim((state) => {
    const id = claimHere(state);
    const links = id === null ? [] : (linksOf(state.library).get(id) ?? []);
    const link = links[0];
    if (link === undefined) showMessage(texts().t("link.none"));
    else if (links.length > 1) useStore.setState({ selected: id, dialog: "follow" });
    else return openPaper(link.other.paper, link.other.annotation).then(() => reader()?.focus());
    return undefined;
  }),
  "leave-claim": commandWhen(
    (state) =>
      state.view === "read" &&
      (state.selected !== null ||
        state.added.length > 0 ||
        state.message !== null ||
        useFind.getState().places.length > 0),
    () => {
      closeFind();
      useStore.setState({ selected: null, added: [], message: null });
    },
  ),
  "delete-claim": commandWhen(
    (state) => state.selected !== null && writable(state),
    ({ library, paper, selected }) => {
      if (paper === null || selected === null || codedOne(library, paper, selected) === null) return undefined;
      useStore.setState({ selected: null });
      return commit(message("change.deleteClaim"), removeAnnotationEdits(library, paper, selected));
    },
  ),
  "focus-inspector": onClaim((state) => {
    useStore.setState({ selected: claimHere(state) });
    showPane("right");
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(".inspector select, .inspector input, .inspector button")?.focus(),
    );
  }),
  find: commandWhen(({ content, view }) => content !== null && view === "read", openFind),
  "find-next": commandWhen(
    () => useFind.getState().places.length > 0,
    () => stepFind(1),
  ),
  "find-previous": commandWhen(
    () => useFind.getState().places.length > 0,
    () => stepFind(-1),
  ),
  "larger-text": always(() => stepSetting("size", 1)),
  "smaller-text": always(() => stepSetting("size", -1)),
  "focus-mode": always(() => setSettings({ focus: !useSettings.getState().focus })),
  "read-aloud": commandWhen(
    (state) => state.content !== null && reader() !== null && (hasVoice() || useSpeech.getState().spoken !== null),
    ({ content }) => {
      if (useSpeech.getState().spoken !== null || content === null) return stopSpeaking();
      const from = unitAt(content, "sentence", reader()?.caret() ?? 0);
      return readAloud(content.text, from, (after) => {
        const next = nextUnit(content, "sentence", after.start, 1);
        if (next !== null) reader()?.show(next.start);
        return next;
      });
    },
  ),
} as const satisfies Record<string, Command>;
