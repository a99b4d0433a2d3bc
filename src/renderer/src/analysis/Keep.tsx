import type { AnalysisRequest } from "../../../shared/analysis/analyse.ts";
import type { Picture } from "../../../shared/chart/picture.ts";
import { palettes, svgOf } from "../../../shared/chart/svg.ts";
import { useTexts } from "../i18n/texts.ts";
import { attempt, useStore } from "../state/store.ts";

type Props = Readonly<{ picture: Picture | null; request: AnalysisRequest; name: string }>;

/** Keeps a picture as SVG or PNG, and its data. */
export function Keep({ picture, request, name }: Props) {
  const { t } = useTexts();
  const { host, workbench, query } = useStore();
  const dark = document.documentElement.dataset.theme === "dark";
  const svg = picture === null ? "" : svgOf(picture, palettes[dark ? "dark" : "light"]);
  const save = (ending: string, mime: string, bytes: () => Promise<Uint8Array>): void =>
    void attempt(async () => host.save({ name: `${name}.${ending}`, mime, bytes: await bytes() }));
  return (
    <fieldset className="keep" aria-label={t("analysis.keep")}>
      {picture !== null && (
        <>
          <button type="button" onClick={() => save("svg", "image/svg+xml", async () => new TextEncoder().encode(svg))}>
            {t("analysis.as.svg")}
          </button>
          <button type="button" onClick={() => save("png", "image/png", () => pngOf(svg, picture))}>
            {t("analysis.as.png")}
          </button>
        </>
      )}
      <button
        type="button"
        onClick={() =>
          save("csv", "text/csv", async () => (await workbench.exportAnalysis({ request, query, format: "csv" })).bytes)
        }
      >
        {t("analysis.as.csv")}
      </button>
    </fieldset>
  );
}

/** A drawing as PNG, at twice its size. */
async function pngOf(svg: string, { width, height }: Picture): Promise<Uint8Array> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(Math.ceil(width * 2), Math.ceil(height * 2));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
}
