import { useState } from "react";
import { arrowSteps, neighbourOf, type Point } from "../../../shared/chart/neighbour.ts";
import type { Facet, Picture, Shape } from "../../../shared/chart/picture.ts";
import { patterns } from "../../../shared/chart/svg.ts";
import { contextName } from "../state/context.ts";

/** Where the passages of a mark are listed. */
const passages = "#passages";

type Open = (marks: readonly Facet[], title: string) => void;

type PictureProps = Readonly<{
  picture: Picture;
  onOpen?: Open;
  /** The part of it that fills its place, as an SVG `viewBox`; all of it where there is none. */
  part?: string;
}>;

/**
 * A picture in the colours of the theme, as large as it was drawn. Marks open their passages: one stop of the Tab key
 * for all, arrows go from mark to mark.
 */
export function PictureView({ picture, onOpen, part }: PictureProps) {
  const [stop, setStop] = useState(0);
  const first = picture.shapes.findIndex(isStop);
  const reached = picture.shapes[stop];
  const current = reached !== undefined && isStop(reached) ? stop : first;
  return (
    <svg
      className="analysis-picture"
      onKeyDown={onOpen === undefined ? undefined : move}
      viewBox={part ?? `0 0 ${picture.width} ${picture.height}`}
      style={{ width: picture.width, height: picture.height }}
    >
      <title>{picture.title}</title>
      <defs>
        {Object.entries(patterns).map(([paint, path]) => (
          <pattern key={paint} id={`pattern-${paint}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <path d={path} stroke="var(--page)" strokeWidth="1.3" fill="none" />
          </pattern>
        ))}
      </defs>
      {keyed(picture.shapes).map(({ key, shape }, index) => (
        <Mark key={key} shape={shape} onOpen={onOpen} tab={index === current ? 0 : -1} onReach={() => setStop(index)} />
      ))}
    </svg>
  );
}

/** Words beside a mark open the same passages; only the mark itself is reached by keys. */
function isStop({ kind, marks }: Shape): boolean {
  return kind !== "text" && marks !== undefined;
}

/** Arrow keys go to the mark next to this one, Home and End to the first and the last. */
function move(event: React.KeyboardEvent<SVGSVGElement>): void {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = arrowSteps[event.key];
  if (step === undefined && event.key !== "Home" && event.key !== "End") return;
  const links = [...event.currentTarget.querySelectorAll<SVGAElement>("a[data-stop]")];
  const reached = event.target instanceof Element ? event.target.closest<SVGAElement>("a[data-stop]") : null;
  const from = reached === null ? -1 : links.indexOf(reached);
  if (from < 0) return;
  event.preventDefault();
  const points = links.map((link): Point => {
    const { x, y, width, height } = link.getBBox();
    return { x: x + width / 2, y: y + height / 2 };
  });
  const to = step === undefined ? (event.key === "Home" ? 0 : links.length - 1) : neighbourOf(points, from, step);
  links[to]?.focus();
}

type MarkProps = Readonly<{ shape: Shape; onOpen: Open | undefined; tab: 0 | -1; onReach: () => void }>;

function Mark({ shape, onOpen, tab, onReach }: MarkProps) {
  const { marks, title } = shape;
  const drawn = (
    <>
      {title !== undefined && <title>{title}</title>}
      <Drawn shape={shape} fill={`var(--paint-${shape.paint})`} />
      {shape.patterned && patterns[shape.paint] !== undefined && (
        <Drawn shape={shape} fill={`url(#pattern-${shape.paint})`} />
      )}
    </>
  );
  if (marks === undefined || onOpen === undefined) return <g>{drawn}</g>;
  return (
    <a
      href={passages}
      tabIndex={tab}
      data-context={contextName("mark")}
      data-stop={isStop(shape) ? "" : undefined}
      data-movable={shape.movable}
      onFocus={isStop(shape) ? onReach : undefined}
      // Words may be cut short; their whole is in their title.
      aria-label={shape.kind === "text" ? undefined : title}
      onClick={(event) => {
        event.preventDefault();
        onOpen(marks, title ?? "");
      }}
    >
      {drawn}
    </a>
  );
}

function Drawn({ shape, fill }: Readonly<{ shape: Shape; fill: string }>) {
  switch (shape.kind) {
    case "rect":
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} fill={fill} />;
    case "circle":
      return <circle cx={shape.x} cy={shape.y} r={shape.radius} fill={fill} />;
    case "line":
      return (
        <line
          x1={shape.x1}
          y1={shape.y1}
          x2={shape.x2}
          y2={shape.y2}
          stroke={fill}
          strokeWidth={shape.width}
          strokeDasharray={shape.dashed ? "6 4" : undefined}
        />
      );
    case "text":
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          textAnchor={shape.anchor}
          fontWeight={shape.bold ? 600 : undefined}
          fill={fill}
          className={shape.halo === true ? "halo" : undefined}
          transform={shape.turned === undefined ? undefined : `rotate(${shape.turned} ${shape.x} ${shape.y})`}
        >
          {shape.text}
        </text>
      );
  }
}

/** Shapes have no names of their own; their place in the drawing order tells them apart. */
function keyed(shapes: readonly Shape[]): { key: string; shape: Shape }[] {
  return shapes.map((shape, index) => ({ key: `${shape.kind} ${index}`, shape }));
}
