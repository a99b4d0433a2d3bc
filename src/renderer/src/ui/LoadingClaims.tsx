import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";

/** Says in place of what needs all claims that they are still being loaded, and how far that is. */
export function LoadingClaims() {
  const { t } = useTexts();
  const loading = useLibrary((state) => state.loading);
  if (loading === null) return null;
  return (
    <p className="loading-claims" role="status">
      {t("shell.loadingClaims")}{" "}
      <progress aria-label={t("shell.loadingClaims")} value={loading.done} max={loading.total} />
    </p>
  );
}
