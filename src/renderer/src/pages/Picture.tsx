import { useEffect, useRef, useState } from "react";
import type { PaperId } from "../../../shared/model/ids.ts";
import { pictureSize, shownTiles, type Tile, tilesOf } from "../../../shared/page-view/tiles.ts";
import { getWorkbench } from "../client/connection.ts";
import type { Urgency } from "../state/requests.ts";
import { isDark, useTheme } from "../state/theme.ts";
import { refuse, requests } from "./page-texts.ts";

type Size = Readonly<{ width: number; height: number }>;
type Props = Readonly<{
  paper: PaperId;
  page: number;
  /** In CSS pixels. */
  size: Size;
  /** Which part of the page's height is wanted, in CSS pixels. */
  from: number;
  to: number;
  urgency: Urgency;
}>;

/**
 * A page's picture, as sharp as the screen: one canvas for each tile in sight. After a zoom the old picture stays,
 * stretched, until the new one is there.
 */
export function Picture({ paper, page, size, from, to, urgency }: Props) {
  const ratio = usePixelRatio();
  const dark = useTheme((state) => isDark(state.pages));
  const whole = pictureSize(size, ratio);
  const wanted = `${whole.width}×${whole.height}`;
  const [drawn, setDrawn] = useState<Size | null>(null);
  const old = drawn === null || `${drawn.width}×${drawn.height}` === wanted ? null : drawn;
  const part = (scaled: Size): Tile[] =>
    shownTiles(tilesOf(scaled), (from / size.height) * scaled.height, (to / size.height) * scaled.height);
  return (
    <div className="picture" aria-hidden="true">
      {drawn === null && <div className="skeleton" />}
      {old !== null &&
        part(old).map((tile) => (
          <TileCanvas key={keyOf(old, tile, dark)} {...{ paper, page, whole: old, tile, urgency, dark }} />
        ))}
      {part(whole).map((tile) => (
        <TileCanvas
          key={keyOf(whole, tile, dark)}
          {...{ paper, page, whole, tile, urgency, dark }}
          onDrawn={setDrawn}
        />
      ))}
    </div>
  );
}

const keyOf = (whole: Size, tile: Tile, dark: boolean): string =>
  `${whole.width} ${whole.height} ${tile.x} ${tile.y} ${dark}`;

type TileProps = Readonly<{
  paper: PaperId;
  page: number;
  whole: Size;
  tile: Tile;
  urgency: Urgency;
  /** Light letters on black, photographs as they are. */
  dark: boolean;
  onDrawn?: (whole: Size) => void;
}>;

/** One tile of a picture. Its canvas has as many pixels as the screen gives it. */
export function TileCanvas({ paper, page, whole, tile, urgency, dark, onDrawn }: TileProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [ready, setReady] = useState(false);
  const { width, height } = whole;
  const { x, y, width: across, height: down } = tile;
  const latest = useRef(onDrawn);
  latest.current = onDrawn;
  useEffect(() => {
    let gone = false;
    const draw = async (): Promise<void> => {
      try {
        const workbench = getWorkbench();
        const wanted = { whole: { width, height }, tile: { x, y, width: across, height: down } };
        const file = await workbench.pagePicture({ paper, page, dark, ...wanted });
        const bitmap = await createImageBitmap(new Blob([new Uint8Array(file)], { type: "image/png" }));
        if (!gone) canvas.current?.getContext("2d", { alpha: false })?.drawImage(bitmap, 0, 0);
        bitmap.close();
        if (gone) return;
        setReady(true);
        latest.current?.({ width, height });
      } catch (error) {
        refuse(paper, error);
      }
    };
    const takeBack = requests.add(draw, urgency);
    return () => {
      gone = true;
      takeBack();
    };
  }, [paper, page, width, height, x, y, across, down, urgency, dark]);
  const share = (value: number, whole: number): string => `${(100 * value) / whole}%`;
  return (
    <canvas
      ref={canvas}
      width={across}
      height={down}
      data-ready={ready}
      style={{
        left: share(x, width),
        top: share(y, height),
        width: share(across, width),
        height: share(down, height),
        visibility: ready ? "visible" : "hidden",
      }}
    />
  );
}

/** Device pixels of a CSS pixel, also after the window has moved to another screen. */
function usePixelRatio(): number {
  const [ratio, setRatio] = useState(devicePixelRatio);
  useEffect(() => {
    const media = matchMedia(`(resolution: ${ratio}dppx)`);
    const change = (): void => setRatio(devicePixelRatio);
    media.addEventListener("change", change);
    return () => media.removeEventListener("change", change);
  }, [ratio]);
  return ratio;
}
