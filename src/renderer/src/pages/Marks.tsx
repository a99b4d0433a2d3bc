import { memo, useMemo } from "react";
import type { Region } from "../../../shared/model/annotation.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { caretOn } from "../../../shared/page-view/hit.ts";
import { type PageUnits, rectsOf } from "../../../shared/page-view/page-text.ts";
import { rectOfRegion } from "../../../shared/page-view/region.ts";
import type { Rect } from "../../../shared/page-view/sheet.ts";
import { partsOf } from "../state/highlights.ts";
import { linePath } from "./underline.ts";

type Range = Readonly<{ start: number; end: number }>;

/** A highlight as a page draws it. */
export type PageHighlight = Readonly<{
  id: AnnotationId;
  look: string;
  ranges: readonly Readonly<Range & { lane: number }>[];
  /** Of a rectangle, which is on this page where it is among its marks. */
  region: Region | null;
}>;

type Props = Readonly<{
  units: PageUnits;
  marks: readonly PageHighlight[];
  selected: AnnotationId | null;
  /** The one whose card is pointed at. */
  pointed: AnnotationId | null;
  range: Range | null;
  found: readonly Range[];
  /** The one of the found places that was gone to. */
  here: Range | null;
  /** Where the caret is, null when it is elsewhere. */
  caret: number | null;
}>;

type Drawn = Readonly<{ mark: PageHighlight; rects: readonly Readonly<{ box: Rect; lane: number }>[] }>;

/** Everything drawn over a page's picture: fills let the letters show through, lines and frames are above them. */
export const Marks = memo(function Marks({ units, marks, selected, pointed, range, found, here, caret }: Props) {
  const drawn = useMemo(
    (): Drawn[] =>
      marks.flatMap((mark) => {
        if (mark.region !== null) return [{ mark, rects: [{ box: rectOfRegion(mark.region), lane: 0 }] }];
        const rects = mark.ranges.flatMap((range) => rectsOf(units, range).map((box) => ({ box, lane: range.lane })));
        return rects.length === 0 ? [] : [{ mark, rects }];
      }),
    [units, marks],
  );
  const places = useMemo(() => found.flatMap((range) => rectsOf(units, range)), [units, found]);
  const { width, height } = units.sheet;
  const chosen = range === null ? [] : rectsOf(units, range);
  const line = caret === null ? null : caretOn(units, caret);
  const box = `0 0 ${width} ${height}`;
  return (
    <>
      <svg className="fills" viewBox={box} aria-hidden="true" preserveAspectRatio="none">
        {drawn.map(({ mark, rects }) => (
          <g key={mark.id} className={`${mark.look}${mark.id === selected ? " selected" : ""}`}>
            {rects.flatMap(({ box: own }) =>
              partsOf(mark.look).map((part, index, parts) => (
                <Box key={`${own.x0} ${own.y0} ${part}`} box={band(own, index, parts.length)} part={part} />
              )),
            )}
          </g>
        ))}
        <g className="found">
          {places.map((rect) => (
            <Box key={`${rect.x0} ${rect.y0}`} box={rect} />
          ))}
        </g>
        <g className="chosen">
          {chosen.map((rect) => (
            <Box key={`${rect.x0} ${rect.y0}`} box={rect} />
          ))}
        </g>
      </svg>
      <svg className="lines" viewBox={box} aria-hidden="true" preserveAspectRatio="none">
        {drawn.map(({ mark, rects }) => (
          <g
            key={mark.id}
            className={`${mark.look}${mark.id === selected ? " selected" : ""}`}
            data-annotation={mark.id}
          >
            {mark.region !== null && rects.map(({ box: own }) => <Box key="region" box={own} part="region" />)}
            {(mark.region === null ? rects : []).flatMap(({ box: own, lane }) =>
              partsOf(mark.look).map((part, index, parts) => (
                <path
                  key={`${own.x0} ${own.y0} ${part}`}
                  className={part}
                  d={linePath(stretch(own, index, parts.length), lane, mark.look)}
                />
              )),
            )}
            {(mark.id === selected || mark.id === pointed) &&
              mark.region === null &&
              rects.map(({ box: own }) => <Box key={`${own.x0} ${own.y0}`} box={own} />)}
          </g>
        ))}
        {here !== null && (
          <g className="here">
            {rectsOf(units, here).map((rect) => (
              <Box key={`${rect.x0} ${rect.y0}`} box={rect} />
            ))}
          </g>
        )}
        {line !== null && <path className="caret" d={`M${line.x0} ${line.y0}V${line.y1}`} />}
      </svg>
    </>
  );
});

/** One of several bands of a box, the first at its top. */
function band(box: Rect, index: number, count: number): Rect {
  const high = (box.y1 - box.y0) / count;
  return { ...box, y0: box.y0 + high * index, y1: box.y0 + high * (index + 1) };
}

/** One of several stretches of a box, from left to right. */
function stretch(box: Rect, index: number, count: number): Rect {
  const wide = (box.x1 - box.x0) / count;
  return { ...box, x0: box.x0 + wide * index, x1: box.x0 + wide * (index + 1) };
}

function Box({ box, part = "" }: Readonly<{ box: Rect; part?: string }>) {
  return <rect className={part} x={box.x0} y={box.y0} width={box.x1 - box.x0} height={box.y1 - box.y0} rx="1" />;
}
