import { beginLanguage } from "./i18n/language.ts";
import { texts } from "./i18n/texts.ts";
import "@fontsource/noto-sans/latin-400.css";
import "@fontsource/noto-sans/latin-600.css";
import "@fontsource/noto-serif/latin-400.css";
import "@fontsource/noto-serif/latin-700.css";
import "@fontsource/noto-naskh-arabic/arabic-400.css";
import "@fontsource/noto-naskh-arabic/arabic-700.css";
import "@fontsource/noto-sans-arabic/arabic-400.css";
import "@fontsource/noto-sans-arabic/arabic-600.css";
import "./app/theme.css";
import "./app/looks.css";
import "./app/base.css";
import "./app/window.css";
import "./ui/dialog.css";
import "./library/library.css";
import "./reader/paper.css";
import "./reader/margin.css";
import "./annotate/annotate.css";
import "./settings/settings.css";
import "./app/forced-colors.css";
import "./app/print.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { watchDrops } from "./app/drops.ts";
import { connect } from "./client/client.ts";
import { setConnection } from "./client/connection.ts";
import { watchRecent } from "./state/recent-annotations.ts";
import { begin } from "./state/session.ts";
import { saveTheme } from "./state/theme.ts";
import { guardForms } from "./ui/composing.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root.");
// The window works in English, too.
await beginLanguage().catch(() => undefined);
saveTheme();
setConnection(connect());
const notice = openingNotice();
document.body.append(notice);
const begun = begin();
watchDrops(begun);
guardForms(document);
try {
  await begun;
  watchRecent();
  notice.remove();
  createRoot(root).render(<App />);
} catch (error) {
  notice.remove();
  root.textContent = texts().t("shell.failed", { why: texts().failure(error) });
}

/** What the window shows while a large library is opened. It appears only after a moment (`window.css`). */
function openingNotice(): HTMLElement {
  const notice = document.createElement("div");
  notice.className = "opening";
  notice.setAttribute("role", "status");
  notice.append(texts().t("shell.opening"), document.createElement("progress"));
  return notice;
}
