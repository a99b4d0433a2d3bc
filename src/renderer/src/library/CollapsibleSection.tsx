import type { ReactNode } from "react";
import { setSettings, useSettings } from "../state/settings.ts";
import { Icon } from "../ui/Icon.tsx";

type Props = Readonly<{ name: string; title: string; children: ReactNode }>;

/** A part of the pane under its heading, which folds it; what is folded is remembered. */
export function CollapsibleSection({ name, title, children }: Props) {
  const folded = useSettings((state) => state.folded);
  const open = !folded.includes(name);
  const fold = (): void => setSettings({ folded: open ? [...folded, name] : folded.filter((other) => other !== name) });
  return (
    <section className={`part ${name}${open ? "" : " folded"}`} aria-label={title}>
      <h2>
        <button type="button" aria-expanded={open} onClick={fold}>
          {title}
          <Icon name="chevron" size={14} />
        </button>
      </h2>
      {open && <div className="part-rows">{children}</div>}
    </section>
  );
}
