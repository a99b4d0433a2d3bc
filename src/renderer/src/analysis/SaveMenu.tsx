import type { AnalysisRequest } from "../../../shared/analysis/analyse.ts";
import type { Picture } from "../../../shared/chart/picture.ts";
import { palettes, svgOf } from "../../../shared/chart/svg.ts";
import type { AnalysisFormat } from "../../../shared/contract/workbench.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { attempt, useShell } from "../state/shell.ts";
import { Select } from "../ui/Select.tsx";

type Props = Readonly<{ picture: Picture | null; request: AnalysisRequest; name: string }>;

/** Keeps a picture as SVG or PNG, and its data; of a network for other programs too. */
export function SaveMenu({ picture, request, name }: Props) {
  const { t } = useTexts();
  const host = getHost();
  const workbench = getWorkbench();
  const query = useShell((state) => state.query);
  const dark = ["dark", "contrast"].includes(document.documentElement.dataset.theme ?? "");
  const svg = (): string => (picture === null ? "" : svgOf(picture, palettes[dark ? "dark" : "light"]));
  const save = (file: string, mime: string, bytes: () => Promise<Uint8Array>): void =>
    void attempt(async () => host.save({ name: file, mime, bytes: await bytes() }));
  const data = (format: AnalysisFormat, file: string) => (): void =>
    save(file, "text/csv", async () => (await workbench.exportAnalysis({ request, query, format })).bytes);
  const drawn = picture !== null && picture.shapes.length > 0;
  const ways: Readonly<Record<string, () => void>> = {
    ...(drawn && {
      svg: () => save(`${name}.svg`, "image/svg+xml", async () => new TextEncoder().encode(svg())),
      png: () => save(`${name}.png`, "image/png", () => pngOf(svg(), picture)),
    }),
    csv: data("csv", `${name}.csv`),
    ...(request.kind === "network" && {
      matrix: data("matrix", `${name}-matrix.csv`),
      graphml: data("graphml", `${name}.graphml`),
    }),
  };
  const labels = {
    svg: "SVG",
    png: "PNG",
    csv: t("analysis.as.csv"),
    matrix: t("analysis.as.matrix"),
    graphml: "GraphML",
  };
  return (
    <span className="keep">
      <Select
        label={t("analysis.export")}
        none={t("analysis.export")}
        value=""
        options={Object.entries(labels).filter(([way]) => way in ways)}
        onChange={(way) => ways[way]?.()}
      />
    </span>
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
