import { type ReactNode, useEffect, useState } from "react";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { closeConfirmation, closeMessage, type FollowUp, readingTime, setBatch, useShell } from "../state/shell.ts";
import { runCommand } from "./commands.ts";

/** What the window has to say: a lost connection, work under way, the outcome of what was done. */
export function MessageBar() {
  const { t, say } = useTexts();
  const message = useShell((state) => state.message);
  const progress = useShell((state) => state.progress);
  const batch = useShell((state) => state.batch);
  const connected = useLibrary((state) => state.connected);
  const workbench = getWorkbench();
  const isSeveral = (batch?.jobs?.length ?? 0) > 1;
  return (
    <>
      {!connected && (
        <div className="message bad" role="alert">
          {t("shell.lost")}
        </div>
      )}
      {message?.bad && (
        <div className="message bad" role="alert">
          <span dir="auto">{message.text}</span>
          <Close onClose={closeMessage} />
        </div>
      )}
      {message?.bad === false && (
        <Passing text={message.text} onEnd={closeMessage} key={message.text}>
          <span dir="auto">{message.text}</span>
          <Action action={message.action} onDone={closeMessage} />
          <Close onClose={closeMessage} />
        </Passing>
      )}
      {batch !== null && (
        <div className="message" role="status">
          <span>{t("shell.batch", { at: batch.at, of: batch.of, name: batch.name })}</span>
          <progress
            aria-label={t("shell.importing")}
            value={batch.at - 1 + (progress === null || isSeveral ? 0 : progress.done / Math.max(1, progress.total))}
            max={batch.of}
          />
          <button
            type="button"
            onClick={() => {
              setBatch(null);
              const jobs = new Set([...(batch.jobs ?? []), ...(progress === null ? [] : [progress.job])]);
              for (const job of jobs) void workbench.cancel({ job });
            }}
          >
            {t("shell.stop")}
          </button>
        </div>
      )}
      {batch === null && progress !== null && (
        <div className="message" role="status">
          <span>{t("shell.progress", { label: say(progress.label), done: progress.done, total: progress.total })}</span>
          <progress aria-label={say(progress.label)} value={progress.done} max={progress.total} />
          <button type="button" onClick={() => void workbench.cancel({ job: progress.job })}>
            {t("shell.stop")}
          </button>
        </div>
      )}
    </>
  );
}

/** What was just done, in the status line, where it covers nothing and moves nothing. */
export function Confirmation() {
  const confirmation = useShell((state) => state.confirmation);
  if (confirmation === null) return null;
  const { text, action } = confirmation;
  return (
    <Passing text={text} onEnd={closeConfirmation} short key={text}>
      <span dir="auto" title={text}>
        {text}
      </span>
      <Action action={action} onDone={closeConfirmation} />
      <Close onClose={closeConfirmation} />
    </Passing>
  );
}

/** What leads back or on from what was done, if anything does. */
function Action({ action, onDone }: Readonly<{ action: FollowUp | null; onDone: () => void }>) {
  const { t } = useTexts();
  if (action === null) return null;
  return (
    <button
      type="button"
      onClick={() => {
        onDone();
        runCommand(action);
      }}
    >
      {t(`shell.${action}`)}
    </button>
  );
}

function Close({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTexts();
  return (
    <button type="button" className="close" aria-label={t("shell.closeMessage")} onClick={onClose}>
      ×
    </button>
  );
}

type PassingProps = Readonly<{ text: string; onEnd: () => void; short?: boolean; children: ReactNode }>;

/** A message that goes by itself, but not while it is pointed at or has the keyboard. */
function Passing({ text, onEnd, short = false, children }: PassingProps) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onEnd, readingTime(text));
    return () => clearTimeout(timer);
  }, [held, text, onEnd]);
  return (
    <div
      className={short ? "message short" : "message"}
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {children}
    </div>
  );
}
