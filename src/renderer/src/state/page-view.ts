import { create } from "zustand";
import { stepScale, type Zoom } from "../../../shared/page-view/layout.ts";

/**
 * The middle of the window: the words as they were read, the pages as they look, or both side by side.
 */
export type Arrangement = "text" | "pages" | "both";
export type PageSide = "text" | "pages";

type PageView = Readonly<{
  arrangement: Arrangement;
  zoom: Zoom;
  thumbnails: boolean;
  /** Scale the pages are shown at now; 1 is the printed size. */
  scale: number;
  /** The side that had the keyboard or the pointer last: commands mean it, and the other one follows it. */
  side: PageSide;
}>;

const place = "page-view";
const arrangements: readonly Arrangement[] = ["text", "pages", "both"];

function kept(): Pick<PageView, "arrangement" | "zoom" | "thumbnails"> {
  const usual = { arrangement: "text", zoom: { kind: "width" }, thumbnails: true } as const;
  if (typeof localStorage === "undefined") return usual;
  const [arrangement, zoom, thumbnails] = (localStorage.getItem(place) ?? "").split(" ");
  const scale = Number(zoom);
  return {
    arrangement: arrangements.find((known) => known === arrangement) ?? usual.arrangement,
    zoom: scale >= 0.1 && scale <= 8 ? { kind: "scale", scale } : { kind: zoom === "page" ? "page" : "width" },
    thumbnails: thumbnails !== "off",
  };
}

/** How the open paper is shown; kept in the browser's own storage. */
export const usePageView = create<PageView>(() => {
  const found = kept();
  return { ...found, scale: 1, side: found.arrangement === "pages" ? "pages" : "text" };
});

usePageView.subscribe(({ arrangement, zoom, thumbnails }) => {
  const size = zoom.kind === "scale" ? zoom.scale : zoom.kind;
  localStorage.setItem(place, [arrangement, size, thumbnails ? "on" : "off"].join(" "));
});

/** Show text, pages or both. */
export function arrange(arrangement: Arrangement): void {
  usePageView.setState({ arrangement, ...(arrangement === "both" ? {} : { side: arrangement }) });
}

/** The next larger (1) or smaller (-1) size. */
export function zoomBy(direction: 1 | -1): void {
  zoomTo({ kind: "scale", scale: stepScale(usePageView.getState().scale, direction) });
}

export function zoomTo(zoom: Zoom): void {
  usePageView.setState({ zoom });
}

export function toggleThumbnails(): void {
  usePageView.setState({ thumbnails: !usePageView.getState().thumbnails });
}

/** Say at which scale the pages are shown, in pixels per point. */
export function setScale(scale: number): void {
  usePageView.setState({ scale });
}
