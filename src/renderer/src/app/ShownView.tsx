import { Activity, useLayoutEffect, useMemo, useRef } from "react";
import type { View } from "../state/shell.ts";
import { useElement } from "../ui/use-element.ts";
import { views } from "./views.tsx";

/**
 * Views that stay in the page while another one is shown: it takes several times as long to draw them as to show them
 * again (docs/measured/reading.md). Hidden they take part in nothing: React ends their effects and subscriptions, and
 * nothing in them can be reached, found or heard.
 */
const staying: readonly View[] = ["read", "claims"];

/** The view that is shown, and behind it those that stay. */
export function ShownView({ view }: Readonly<{ view: View }>) {
  const begun = useRef<ReadonlySet<View>>(new Set());
  if (!begun.current.has(view)) begun.current = new Set([...begun.current, view]);
  const Show = views[view].parts.loaded()?.Show ?? null;
  return (
    <>
      {staying
        .filter((name) => begun.current.has(name))
        .map((name) => (
          <Staying key={name} view={name} isShown={name === view} />
        ))}
      {!staying.includes(view) && Show !== null && <Show />}
    </>
  );
}

function Staying({ view, isShown }: Readonly<{ view: View; isShown: boolean }>) {
  const Show = views[view].parts.loaded()?.Show ?? null;
  // The identical element, so that React leaves a hidden view alone while the window around it is drawn again.
  const content = useMemo(() => Show !== null && <Show />, [Show]);
  const [box, ref] = useElement<HTMLDivElement>();
  useLayoutEffect(() => {
    // React hides what is in the box with `display: none`, which would lay out the whole paper again when it is shown.
    // The box is hidden with `content-visibility` instead, which keeps the layout and where things are scrolled to.
    if (!isShown && box !== null)
      for (const child of box.children) if (child instanceof HTMLElement) child.style.removeProperty("display");
  }, [isShown, box]);
  return (
    <div className={isShown ? "staying" : "staying behind"} ref={ref}>
      <Activity mode={isShown ? "visible" : "hidden"}>{content}</Activity>
    </div>
  );
}
