import { useEffect, useState } from "react";
import type { Paper } from "../../../shared/model/paper.ts";
import { hasPages } from "../../../shared/model/paper-format.ts";
import { usePageMaps, wantPageMaps } from "../state/page-maps.ts";
import { knownCover, wantCover } from "./covers.ts";

/**
 * The picture of a paper's first page; a cover set in type for papers without pages, and until the picture is there.
 */
export function Cover({ paper, width }: Readonly<{ paper: Paper; width: number }>) {
  const size = usePageMaps((maps) => maps[paper.id]);
  const across = Math.round(width * Math.min(2, devicePixelRatio));
  const [url, setUrl] = useState(() => knownCover(paper.id, across));
  const [wide, high] = [size?.width ?? 0, size?.height ?? 0];
  useEffect(() => {
    if (hasPages(paper.format)) wantPageMaps([paper.id]);
  }, [paper.id, paper.format]);
  useEffect(() => {
    if (url !== null || wide === 0 || high === 0 || !hasPages(paper.format)) return undefined;
    const height = Math.min(2048, Math.round((across * high) / wide));
    return wantCover(paper.id, { width: across, height }, setUrl);
  }, [paper.id, paper.format, url, across, wide, high]);
  return (
    <span className={`cover tone-${toneOf(paper.sha256)}`} aria-hidden="true">
      {url === null ? (
        <span className="set" dir="auto">
          <b>{paper.title}</b>
          <i>{paper.authors[0]}</i>
        </span>
      ) : (
        <img src={url} alt="" />
      )}
    </span>
  );
}

/** One of four tones, the same for the same paper. */
function toneOf(sha256: string): number {
  return Number.parseInt(sha256.slice(0, 2), 16) % 4;
}
