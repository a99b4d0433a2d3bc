import { create } from "zustand";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { openPageText, type PageUnits } from "../../../shared/page-view/page-text.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { useReading } from "../state/reading.ts";
import { Requests, type Urgency } from "../state/requests.ts";

/** Calls for pages: two at a time, so that one is drawn while another travels. */
export const requests = new Requests(2);

type PageTexts = Readonly<{
  paper: PaperId | null;
  /** The paper's words, to which the letters belong: they change when it is read again. */
  text: string;
  pages: ReadonlyMap<number, PageUnits>;
  /** Why pages cannot be shown; `password` asks for one. */
  failure: Readonly<{ code: string; message: string }> | null;
}>;

/** Most pages whose letters are kept, each about 100 kB. */
const most = 120;

/** Who wants a page's letters: its sheet, its small picture. They stay until nobody does. */
type Wish = { holders: number; urgency: Urgency; takeBack: (() => void) | null };
const wishes = new Map<number, Wish>();

/** The letters of the open paper's pages, loaded as they come into sight. */
export const usePageTexts = create<PageTexts>(() => ({ paper: null, text: "", pages: new Map(), failure: null }));

/** Begin with another paper, or with the same one after its password was given or it was read again. */
export function beginPages(paper: PaperId, text: string): void {
  wishes.clear();
  usePageTexts.setState({ paper, text, pages: new Map(), failure: null });
}

export function unitsOf(page: number): PageUnits | null {
  return usePageTexts.getState().pages.get(page) ?? null;
}

/** Load a page's letters if they are not there, and keep them. Returns a function that cancels the request. */
export function wantUnits(page: number, urgency: Urgency): () => void {
  const { paper } = usePageTexts.getState();
  if (paper === null) return () => undefined;
  const wish: Wish = wishes.get(page) ?? { holders: 0, urgency, takeBack: null };
  wishes.set(page, wish);
  wish.holders++;
  const isRaised = urgency === "now" && wish.urgency === "later";
  if (unitsOf(page) === null && (wish.takeBack === null || isRaised)) {
    wish.takeBack?.();
    wish.urgency = urgency;
    wish.takeBack = requests.add(() => load(paper, page), urgency);
  }
  return () => {
    wish.holders--;
    if (wish.holders > 0) return;
    wish.takeBack?.();
    if (wishes.get(page) === wish) wishes.delete(page);
  };
}

/** A page's letters, loaded when they are not there; null when they cannot be. */
export async function needUnits(page: number): Promise<PageUnits | null> {
  const { paper } = usePageTexts.getState();
  if (paper !== null && unitsOf(page) === null) await load(paper, page);
  return unitsOf(page);
}

async function load(paper: PaperId, page: number): Promise<void> {
  const workbench = getWorkbench();
  const { content } = useReading.getState();
  if (usePageTexts.getState().paper !== paper || unitsOf(page) !== null) return;
  try {
    const text = await workbench.pageText({ paper, page });
    const now = usePageTexts.getState();
    if (now.paper !== paper || content === null) return;
    const starts = content.blocks.map((block) => block.start);
    const kept = [...now.pages].filter(([page], index) => wishes.has(page) || index >= now.pages.size - most);
    usePageTexts.setState({ pages: new Map(kept).set(page, openPageText(text, starts)) });
  } catch (error) {
    refuse(paper, error);
  }
}

/** Keep why a page could not be had. */
export function refuse(paper: PaperId, error: unknown): void {
  if (usePageTexts.getState().paper !== paper) return;
  const code = error instanceof WorkbenchError ? error.code : "internal";
  usePageTexts.setState({ failure: { code, message: texts().failure(error) } });
}
