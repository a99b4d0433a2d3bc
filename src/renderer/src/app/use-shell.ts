import { useEffect } from "react";
import { getHost } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { useSettings } from "../state/settings.ts";
import { attempt } from "../state/shell.ts";
import { isDark, useTheme } from "../state/theme.ts";
import { useFacts } from "./facts.ts";
import { takeOpened } from "./outside.ts";

/** Keep the shell around the window in step with it: menu, title, language, theme, and what is opened from outside. */
export function useShellInStep(): void {
  const { t, language } = useTexts();
  const host = getHost();
  const facts = useFacts();
  const title = useReading(({ paper }) => paper);
  const papers = useLibrary((state) => state.library.papers);
  const keys = useSettings((settings) => settings.keys);
  const theme = useSettings((settings) => settings.theme);
  const shown = useTheme((themes) => themes.window);
  useEffect(() => void host.setKeys({ keys }), [host, keys]);
  useEffect(() => void host.setLanguage({ language }), [host, language]);
  useEffect(() => void host.setMenu({ facts }), [host, facts]);
  useEffect(() => {
    const name = title === null ? undefined : papers[title]?.title;
    void host.setTitle({ title: name === undefined ? t("shell.brand") : t("shell.title", { title: name }) });
  }, [host, papers, title, t]);
  useEffect(() => {
    const background = getComputedStyle(document.documentElement).getPropertyValue("--bg").trim().toLowerCase();
    const look = theme === "system" ? theme : isDark(shown) ? "dark" : "light";
    if (/^#[0-9a-f]{6}$/.test(background)) void host.setLook({ theme: look, background });
  }, [host, theme, shown]);
  useEffect(() => {
    const take = (): void => void attempt(takeOpened);
    take();
    return host.onOpened(take);
  }, [host]);
}
