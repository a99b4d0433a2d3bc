import "@fontsource/noto-sans/latin-400.css";
import "@fontsource/noto-sans/latin-600.css";
import "@fontsource/noto-serif/latin-400.css";
import "@fontsource/noto-serif/latin-700.css";
import "@fontsource/noto-naskh-arabic/arabic-400.css";
import "./theme.css";
import "./window.css";
import "./paper.css";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { connect } from "./client.ts";
import { begin } from "./state/store.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root.");
const { workbench, host } = connect();
try {
  await begin(workbench, host);
  createRoot(root).render(<App />);
} catch (error) {
  root.textContent = `The library could not be opened. ${error instanceof Error ? error.message : String(error)}`;
}
