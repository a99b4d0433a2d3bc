import "./selection-toolbar.css";
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { codedOne } from "../../../shared/claims/claims.ts";
import { printRegion } from "../../../shared/claims/rows.ts";
import { stanceLook, stanceScale } from "../../../shared/codebook/stance-scale.ts";
import type { CommandId } from "../../../shared/contract/commands.ts";
import { ActorId, IssueId } from "../../../shared/model/ids.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import { useTexts } from "../i18n/texts.ts";
import { registerFocus } from "../state/focus.ts";
import { commandKey } from "../state/keys.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import {
  chooseActor,
  chooseStance,
  closeToolbar,
  codeSelection,
  isToolbarWanted,
  openSameClaim,
  useQuickCoding,
} from "../state/quick-coding.ts";
import { reader } from "../state/reader-control.ts";
import { useReading } from "../state/reading.ts";
import { isRepeatedClick } from "../ui/clicks.ts";
import { isComposing } from "../ui/composing.ts";
import { Icon } from "../ui/Icon.tsx";
import { showKey } from "../ui/key-name.ts";
import { Menu } from "../ui/Menu.tsx";
import { belowTools, type Point, placeToolbar } from "../ui/place.ts";
import { SameClaim } from "./SameClaim.tsx";
import { actorChoices, issueChoices, toolbarIssues } from "./toolbar-choices.ts";

type Props = Readonly<{
  /** What the toolbar stays inside: the views of the paper. */
  area: HTMLElement | null;
  /** Whether a command can be run now. */
  can: (id: CommandId) => boolean;
  run: (id: CommandId) => unknown;
}>;

/**
 * The toolbar at the selected words. It is there when the mouse button is released, and leaves the keyboard in the
 * paper.
 */
export function SelectionToolbar(props: Props) {
  const range = useReading((state) => state.range);
  const region = useReading((state) => state.region?.region);
  useReading((state) => state.composing);
  useQuickCoding((state) => state.closedFor);
  const pressed = usePressed(props.area);
  if ((range === null && region === undefined) || pressed || !isToolbarWanted()) return null;
  return <Toolbar {...props} key={region === undefined ? `${range?.start}-${range?.end}` : printRegion(region)} />;
}

/** Whether the mouse is selecting in an element now. */
function usePressed(area: HTMLElement | null): boolean {
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    if (area === null) return undefined;
    const down = (event: PointerEvent): void => {
      if (event.button === 0) setPressed(true);
    };
    const up = (): void => setPressed(false);
    area.addEventListener("pointerdown", down);
    for (const name of ["pointerup", "pointercancel", "blur"]) addEventListener(name, up, true);
    return () => {
      area.removeEventListener("pointerdown", down);
      for (const name of ["pointerup", "pointercancel", "blur"]) removeEventListener(name, up, true);
    };
  }, [area]);
  return pressed;
}

type Asking = Readonly<{ what: "actor" | "issue"; at: Point }>;

function Toolbar({ area, can, run }: Props) {
  const { t, shown: asShown, direction } = useTexts();
  const library = useLibrary((state) => state.library);
  const writable = useLibrary((state) => isWritable(state));
  const paper = useReading((state) => state.paper);
  const recent = useReading((state) => state.recent);
  const recentActors = useReading((state) => state.recentActors);
  const hasWords = useReading((state) => state.range !== null);
  const chosen = useQuickCoding((state) => state.stance);
  const actor = useQuickCoding((state) => state.actor);
  const made = useQuickCoding((state) => state.made);
  const issue = useQuickCoding((state) => state.issue);
  const same = useQuickCoding((state) => state.same);
  const [asking, setAsking] = useState<Asking | null>(null);
  const element = useRef<HTMLDivElement>(null);
  useBeside(element, area, direction === "rtl");
  useEffect(() => registerFocus("selection-toolbar", () => buttonsOf(element.current)[0] ?? null), []);
  useLayoutEffect(() => {
    // One stop of Tab for the whole toolbar.
    const buttons = buttonsOf(element.current);
    if (!buttons.some((button) => button === document.activeElement)) takeStop(buttons, buttons[0]);
  });

  const claim = paper === null || made === null ? null : codedOne(library, paper, made);
  const coded = new Set<string>(claim?.positions.map((position) => position.issue));
  const stance =
    claim === null ? chosen : (claim.positions.find((position) => position.issue === issue)?.stance ?? null);
  const holder = claim === null ? actor : claim.annotation.actor;
  const holderName = library.actors[holder ?? ""]?.name ?? null;
  const { shown, others } = toolbarIssues(library.issues, recent);
  const ask = (what: Asking["what"], button: HTMLElement): void => {
    const box = button.getBoundingClientRect();
    setAsking({ what, at: { left: direction === "rtl" ? box.right : box.left, top: box.bottom + 4 } });
  };
  const close = (): void => {
    closeToolbar();
    reader()?.focus();
  };
  const command = (id: CommandId, label: string, content: ReactNode, className = "sign") => (
    <button
      type="button"
      className={className}
      aria-label={label}
      title={keyed(label, id)}
      aria-disabled={!can(id)}
      onClick={() => can(id) && run(id)}
    >
      {content}
    </button>
  );
  const codeKey = commandKey("code");
  return (
    <>
      <div
        className="selection-toolbar"
        role="toolbar"
        aria-label={t("quick.toolbar")}
        ref={element}
        // The keyboard stays in the paper.
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === "Escape") close();
          else if (!moveFocus(element.current, event, direction === "rtl")) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {writable && (
          <div className="line">
            <button type="button" className="primary" onClick={() => run("code")}>
              {t("quick.code")}
              {codeKey !== null && <kbd>{showKey(codeKey)}</kbd>}
            </button>
            {shown.length > 0 && <i className="rule" />}
            {shown.map((issue) => (
              <button
                type="button"
                className="issue"
                key={issue.id}
                aria-pressed={coded.has(issue.id)}
                title={showPath(issueNames(library.issues, issue.id))}
                onClick={(event) => isRepeatedClick(event) || void codeSelection(issue.id)}
              >
                <i aria-hidden="true" style={{ background: issue.colour }} />
                <span dir="auto">{issue.name}</span>
              </button>
            ))}
            {others && (
              <button
                type="button"
                className="more"
                aria-haspopup="menu"
                aria-label={t("quick.allIssues")}
                title={t("quick.allIssues")}
                onClick={(event) => ask("issue", event.currentTarget)}
              >
                {shown.length === 0 ? t("quick.issue") : null}
                <Icon name="open" size={14} />
              </button>
            )}
          </div>
        )}
        <div className="line">
          {writable && (
            <>
              {stanceScale(asShown(library).stances).map((known) => (
                <button
                  type="button"
                  className={`stance ${stanceLook(known)}`}
                  key={known.id}
                  aria-pressed={known.id === stance}
                  aria-label={known.name}
                  title={known.name}
                  onClick={(event) => isRepeatedClick(event) || void chooseStance(known.id)}
                >
                  {known.glyph}
                </button>
              ))}
              <button
                type="button"
                className={holderName === null ? "more" : "more held"}
                aria-haspopup="menu"
                aria-label={holderName === null ? t("quick.actor") : t("quick.actorIs", { name: holderName })}
                onClick={(event) => ask("actor", event.currentTarget)}
              >
                <span dir="auto">{holderName ?? t("quick.actor")}</span>
                <Icon name="open" size={14} />
              </button>
              <i className="rule" />
            </>
          )}
          {writable && command("add-note", t("quick.note"), <Icon name="note" />)}
          {writable && command("link", t("quick.link"), <Icon name="link" />)}
          {hasWords && command("copy-quote", t("quick.copy"), <Icon name="copy" />)}
          {hasWords && command("search-selection", t("quick.search"), <Icon name="search" />)}
        </div>
        {same !== null && (
          <SameClaim
            onOpen={() => void openSameClaim().then(() => reader()?.focus())}
            onSave={() => void same.save().then(() => reader()?.focus())}
          />
        )}
      </div>
      {asking?.what === "issue" && (
        <Menu
          label={t("quick.allIssues")}
          groups={[issueChoices(library, coded)]}
          at={asking.at}
          onChoose={(id) => void codeSelection(IssueId.parse(id))}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.what === "actor" && (
        <Menu
          label={t("quick.actor")}
          groups={actorChoices(library, paper, recentActors, holder, t("quick.noActor"))}
          at={asking.at}
          onChoose={(id) => void chooseActor(id === "" ? null : ActorId.parse(id))}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function keyed(label: string, id: CommandId): string {
  const key = commandKey(id);
  return key === null ? label : `${label} (${showKey(key)})`;
}

function buttonsOf(toolbar: HTMLElement | null): HTMLElement[] {
  return [...(toolbar?.querySelectorAll<HTMLElement>("button") ?? [])];
}

function takeStop(buttons: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}

/** Arrows, Home and End go from button to button; false for any other key. */
function moveFocus(toolbar: HTMLElement | null, event: KeyboardEvent, rightToLeft: boolean): boolean {
  const buttons = buttonsOf(toolbar);
  const index = buttons.findIndex((button) => button.matches(":focus"));
  const step = rightToLeft ? -1 : 1;
  const to =
    event.key === "ArrowRight"
      ? index + step
      : event.key === "ArrowLeft"
        ? index - step
        : event.key === "Home"
          ? 0
          : event.key === "End"
            ? buttons.length - 1
            : null;
  if (to === null || buttons.length === 0) return false;
  const next = buttons[(to + buttons.length) % buttons.length];
  takeStop(buttons, next);
  next?.focus();
  return true;
}

/** Keep the toolbar beside the words: when they scroll, and when what is around them changes its size. */
function useBeside(
  toolbar: { readonly current: HTMLElement | null },
  area: HTMLElement | null,
  rightToLeft: boolean,
): void {
  const latest = useRef<() => void>(() => undefined);
  latest.current = () => {
    const element = toolbar.current;
    const words = reader()?.selectionBox();
    if (element === null || area === null || words === undefined) return;
    const tools = area.querySelector(".facsimile .tools")?.getBoundingClientRect() ?? null;
    const free = belowTools(area.getBoundingClientRect(), tools);
    const place = placeToolbar(words, free, element.getBoundingClientRect(), rightToLeft);
    element.style.visibility = place === null ? "hidden" : "visible";
    if (place === null) return;
    element.style.left = `${place.left}px`;
    element.style.top = `${place.top}px`;
  };
  useLayoutEffect(() => latest.current());
  useEffect(() => {
    if (area === null) return undefined;
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => latest.current());
    };
    const sizes = new ResizeObserver(soon);
    sizes.observe(area);
    if (toolbar.current !== null) sizes.observe(toolbar.current);
    area.addEventListener("scroll", soon, true);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      area.removeEventListener("scroll", soon, true);
    };
  }, [area, toolbar]);
}
