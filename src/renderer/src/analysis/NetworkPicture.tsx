import { type FocusEvent, type KeyboardEvent, useState } from "react";
import { arrowSteps, type Point } from "../../../shared/chart/neighbour.ts";
import { type LayoutFrame, shareOf } from "../../../shared/chart/network-layout.ts";
import type { Facet, Picture } from "../../../shared/chart/picture.ts";
import {
  middleOf,
  panBy,
  reveal,
  viewBoxOf,
  wholePicture,
  zoomAbout,
  zoomStep,
} from "../../../shared/chart/picture-window.ts";
import { useTexts } from "../i18n/texts.ts";
import { Icon } from "../ui/Icon.tsx";
import { useElement } from "../ui/use-element.ts";
import { PictureView } from "./PictureView.tsx";
import { useAnalysis } from "./store.ts";
import { usePictureDrag, useWheelZoom } from "./use-picture-pointer.ts";

/** How far one key press moves a node or the picture, in CSS pixels. */
const keyStep = 24;

type Props = Readonly<{
  picture: Picture;
  /** Where nodes can be. */
  frame: LayoutFrame;
  onOpen: (marks: readonly Facet[], title: string) => void;
}>;

/**
 * The network, with a closer look at a part of it, and nodes that can be moved: by mouse, or by keys at a mark. The
 * arrangement stays until it is reset.
 */
export function NetworkPicture({ picture, frame, onOpen }: Props) {
  const { t, percent } = useTexts();
  const places = useAnalysis((state) => state.places);
  const [shown, setShown] = useState(wholePicture);
  const [box, setBox] = useElement<HTMLDivElement>();
  const moveNode = (id: string, to: Point): void =>
    useAnalysis.setState((state) => ({ places: { ...state.places, [id]: shareOf(frame, to) } }));
  const pan = (by: Point): void => setShown((before) => panBy(before, picture, by));
  const zoom = (factor: number, point?: Point): void =>
    setShown((before) => zoomAbout(before, picture, factor, point ?? middleOf(before, picture)));
  const drag = usePictureDrag(box, { placeOf: (id) => placeOf(picture, id), moveNode, pan });
  useWheelZoom(box, zoom);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = arrowSteps[event.key];
    const mod = event.ctrlKey || event.metaKey;
    const node = event.target instanceof Element ? event.target.closest<SVGElement>("[data-movable]") : null;
    const id = node?.dataset.movable;
    const length = keyStep / shown.scale;
    if (event.altKey) return;
    if (step !== undefined && event.shiftKey && !mod) pan({ x: step.x * length, y: step.y * length });
    else if (step !== undefined && mod && id !== undefined) {
      const { x, y } = placeOf(picture, id);
      moveNode(id, { x: x + step.x * length, y: y + step.y * length });
    } else if (mod) return;
    else if (event.key === "+" || event.key === "=") zoom(zoomStep);
    else if (event.key === "-") zoom(1 / zoomStep);
    else if (event.code === "Digit0" || event.code === "Numpad0") setShown(wholePicture);
    else return;
    event.preventDefault();
  };
  const onFocus = (event: FocusEvent): void => {
    const mark = event.target instanceof Element ? event.target.closest<SVGGraphicsElement>("a[data-stop]") : null;
    if (mark === null) return;
    const { x, y, width, height } = mark.getBBox();
    setShown((before) => reveal(before, picture, { x: x + width / 2, y: y + height / 2 }));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: buttons and marks in it are reached and named one by one.
    <div className="network-picture" ref={setBox} onKeyDown={onKeyDown} onFocus={onFocus} {...drag}>
      <div className="picture-tools" role="toolbar" aria-label={t("pages.zoom")}>
        <button
          type="button"
          aria-label={t("command.zoom-out")}
          title={t("command.zoom-out")}
          onClick={() => zoom(1 / zoomStep)}
        >
          <Icon name="minus" />
        </button>
        <output aria-label={t("pages.zoom")}>{percent(shown.scale)}</output>
        <button
          type="button"
          aria-label={t("command.zoom-in")}
          title={t("command.zoom-in")}
          onClick={() => zoom(zoomStep)}
        >
          <Icon name="plus" />
        </button>
        <button type="button" onClick={() => setShown(wholePicture)}>
          {t("analysis.fit")}
        </button>
        {Object.keys(places).length > 0 && (
          <button type="button" onClick={() => useAnalysis.setState({ places: {} })}>
            {t("analysis.resetLayout")}
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same is on the button "Fit" and the key 0. */}
      <div
        className="picture-room"
        onDoubleClick={(event) => {
          if (event.target instanceof Element && event.target.closest("a") === null) setShown(wholePicture);
        }}
      >
        <PictureView picture={picture} onOpen={onOpen} part={viewBoxOf(shown, picture)} />
      </div>
      <p className="soft">{t("analysis.moveHint")}</p>
    </div>
  );
}

/** The middle of a node's mark. */
function placeOf(picture: Picture, id: string): Point {
  for (const shape of picture.shapes)
    if (shape.movable === id && shape.kind === "circle") return { x: shape.x, y: shape.y };
    else if (shape.movable === id && shape.kind === "rect")
      return { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 };
  return { x: 0, y: 0 };
}
