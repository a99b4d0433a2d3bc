import { useLayoutEffect, useRef, useState } from "react";
import type { Coded } from "../../../shared/claims.ts";
import { issueNames, showPath } from "../../../shared/issue-path.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { mapOf } from "../editor/annotations.ts";
import type { PaperEditor } from "../editor/PaperView.tsx";
import { actorOf, lookOf, startOf } from "../state/highlights.ts";
import { useStore } from "../state/store.ts";
import { stack } from "./layout.ts";

type Props = Readonly<{
  coded: readonly Coded[];
  view: PaperEditor | null;
  hovered: AnnotationId | null;
  onHover: (annotation: AnnotationId | null) => void;
}>;

/** Cards beside their passages; pointing at a card shows its words, pointing at words shows their card. */
export function Margin({ coded, view, hovered, onHover }: Props) {
  const { library, selected } = useStore();
  const lane = useRef<HTMLDivElement>(null);
  const [tops, setTops] = useState<readonly number[]>([]);

  useLayoutEffect(() => {
    const place = (): void => {
      const own = lane.current;
      if (view === null || own === null) return;
      const zero = own.getBoundingClientRect().top;
      const map = mapOf(view.state.doc);
      const heights = [...own.children].map((card) => card.getBoundingClientRect().height);
      setTops(
        stack(
          coded.map((one, index) => ({
            wanted: view.coordsAtPos(map.posAt(startOf(one))).top - zero - 4,
            height: heights[index] ?? 60,
          })),
          6,
        ),
      );
    };
    place();
    const watch = new ResizeObserver(place);
    if (view !== null) watch.observe(view.dom);
    return () => watch.disconnect();
  }, [coded, view]);

  return (
    <div className="margin" ref={lane}>
      {coded.map((one, index) => (
        <button
          type="button"
          key={one.annotation.id}
          className={`card ${lookOf(library, one)}${one.annotation.id === selected ? " selected" : ""}${one.annotation.id === hovered ? " hovered" : ""}`}
          onMouseEnter={() => onHover(one.annotation.id)}
          onMouseLeave={() => onHover(null)}
          style={{ top: tops[index] ?? 0 }}
          onClick={() => useStore.setState({ selected: one.annotation.id })}
        >
          <span className="who">
            <b className="glyph">{library.stances[one.positions[0]?.stance ?? ""]?.glyph ?? "✎"}</b>{" "}
            {actorOf(library, one)}
          </span>
          <span className="soft">
            {one.positions.map((position) => showPath(issueNames(library.issues, position.issue))).join(" · ")}
          </span>
          {one.annotation.note !== "" && <span className="soft note">{one.annotation.note}</span>}
        </button>
      ))}
    </div>
  );
}
