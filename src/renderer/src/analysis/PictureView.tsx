import type { Facet, Picture, Shape } from "../../../shared/chart/picture.ts";
import { patterns } from "../../../shared/chart/svg.ts";

/** Where the passages of a mark are listed. */
const passages = "#passages";

type Open = (marks: readonly Facet[], title: string) => void;

/** A picture in the colours of the theme, as large as it was drawn. Marks open the passages behind them, by mouse and by keys. */
export function PictureView({ picture, onOpen }: Readonly<{ picture: Picture; onOpen?: Open }>) {
  return (
    <svg
      className="analysis-picture"
      viewBox={`0 0 ${picture.width} ${picture.height}`}
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
      {keyed(picture.shapes).map(({ key, shape }) => (
        <Mark key={key} shape={shape} onOpen={onOpen} />
      ))}
    </svg>
  );
}

function Mark({ shape, onOpen }: Readonly<{ shape: Shape; onOpen: Open | undefined }>) {
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
  // Words beside a mark open the same passages; only the mark itself is a stop of the Tab key.
  const stop = shape.kind === "text" ? -1 : 0;
  return (
    <a
      href={passages}
      tabIndex={stop}
      aria-label={title}
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
  return shapes.map((shape, at) => ({ key: `${shape.kind} ${at}`, shape }));
}
