import { attribute, checkDepth, isElement, isText, type Node, type Parent } from "./tree.ts";

/**
 * As much of the DOM as @mozilla/readability uses, over a page that parse5 has read. Nothing of it loads, runs or
 * parses anything. Every node knows what it was made from, so that the article is found in the page as it was read.
 */
type Maker = Readonly<{ snapshots: ArticleElement[] }>;

/** Elements that never hold words of an article and would only be looked at. */
const skipped = new Set(["script", "style", "noscript", "template", "svg", "head", "iframe"]);

export class ArticleNode {
  parentNode: ArticleElement | null = null;
  previousSibling: ArticleNode | null = null;
  nextSibling: ArticleNode | null = null;
  readonly ownerDocument: ArticleDocument;
  readonly nodeType: number;
  readonly origin: Node | null;

  constructor(ownerDocument: ArticleDocument, nodeType: number, origin: Node | null) {
    this.ownerDocument = ownerDocument;
    this.nodeType = nodeType;
    this.origin = origin;
  }

  get nextElementSibling(): ArticleElement | null {
    let node = this.nextSibling;
    while (node !== null && !(node instanceof ArticleElement)) node = node.nextSibling;
    return node;
  }

  get previousElementSibling(): ArticleElement | null {
    let node = this.previousSibling;
    while (node !== null && !(node instanceof ArticleElement)) node = node.previousSibling;
    return node;
  }

  remove(): void {
    const parent = this.parentNode;
    if (parent === null) return;
    if (this.previousSibling === null) parent.firstChild = this.nextSibling;
    else this.previousSibling.nextSibling = this.nextSibling;
    if (this.nextSibling === null) parent.lastChild = this.previousSibling;
    else this.nextSibling.previousSibling = this.previousSibling;
    this.parentNode = null;
    this.previousSibling = null;
    this.nextSibling = null;
  }
}

export class ArticleText extends ArticleNode {
  readonly nodeName = "#text";
  readonly childNodes: readonly ArticleNode[] = [];
  textContent: string;

  constructor(document: ArticleDocument, text: string, origin: Node | null) {
    super(document, 3, origin);
    this.textContent = text;
  }

  get data(): string {
    return this.textContent;
  }
}

type Attribute = Readonly<{ name: string; value: string; cloneNode: () => Attribute }>;

export class ArticleElement extends ArticleNode {
  firstChild: ArticleNode | null = null;
  lastChild: ArticleNode | null = null;
  readonly localName: string;
  readonly #attributes = new Map<string, string>();

  constructor(document: ArticleDocument, name: string, origin: Node | null) {
    super(document, 1, origin);
    this.localName = name;
  }

  get tagName(): string {
    return this.localName.toUpperCase();
  }

  get nodeName(): string {
    return this.tagName;
  }

  get childNodes(): ArticleNode[] {
    const nodes: ArticleNode[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  get children(): ArticleElement[] {
    return this.childNodes.filter((node) => node instanceof ArticleElement);
  }

  get firstElementChild(): ArticleElement | null {
    return this.firstChild instanceof ArticleElement ? this.firstChild : (this.firstChild?.nextElementSibling ?? null);
  }

  get textContent(): string {
    const parts: string[] = [];
    const look = (element: ArticleElement): void => {
      for (let node = element.firstChild; node !== null; node = node.nextSibling)
        if (node instanceof ArticleText) parts.push(node.textContent);
        else if (node instanceof ArticleElement) look(node);
    };
    look(this);
    return parts.join("");
  }

  set textContent(text: string) {
    for (const node of this.childNodes) node.remove();
    if (text !== "") this.appendChild(new ArticleText(this.ownerDocument, text, null));
  }

  /** A name under which the content can be put back: no HTML is ever written or parsed again. */
  get innerHTML(): string {
    const { snapshots } = this.ownerDocument;
    const copy = new ArticleElement(this.ownerDocument, this.localName, this.origin);
    copyChildren(this, copy);
    return `snapshot ${snapshots.push(copy) - 1}`;
  }

  set innerHTML(name: string) {
    this.textContent = "";
    const snapshot = this.ownerDocument.snapshots[Number(/^snapshot (\d+)$/.exec(name)?.[1] ?? -1)];
    if (snapshot !== undefined) copyChildren(snapshot, this);
  }

  get attributes(): Attribute[] {
    return Array.from(this.#attributes, ([name, value]) => attributeNode(name, value));
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name.toLowerCase()) ?? null;
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name.toLowerCase(), String(value));
  }

  setAttributeNode({ name, value }: Attribute): void {
    this.setAttribute(name, value);
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name.toLowerCase());
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name.toLowerCase());
  }

  get className(): string {
    return this.getAttribute("class") ?? "";
  }

  set className(value: string) {
    this.setAttribute("class", value);
  }

  get id(): string {
    return this.getAttribute("id") ?? "";
  }

  set id(value: string) {
    this.setAttribute("id", value);
  }

  get style(): Readonly<{ display: string; visibility: string }> {
    const style = this.getAttribute("style") ?? "";
    const value = (name: RegExp): string => name.exec(style)?.[1]?.toLowerCase() ?? "";
    return {
      display: value(/(?:^|[;\s])display\s*:\s*([\w-]+)/i),
      visibility: value(/(?:^|[;\s])visibility\s*:\s*(\w+)/i),
    };
  }

  get src(): string {
    return this.getAttribute("src") ?? "";
  }

  get srcset(): string {
    return this.getAttribute("srcset") ?? "";
  }

  get href(): string {
    return this.getAttribute("href") ?? "";
  }

  appendChild<Child extends ArticleNode>(node: Child): Child {
    node.remove();
    node.parentNode = this;
    node.previousSibling = this.lastChild;
    if (this.lastChild === null) this.firstChild = node;
    else this.lastChild.nextSibling = node;
    this.lastChild = node;
    return node;
  }

  insertBefore(node: ArticleNode, next: ArticleNode | null): ArticleNode {
    if (next === null || next.parentNode !== this) return this.appendChild(node);
    if (node === next) return node;
    node.remove();
    node.parentNode = this;
    node.previousSibling = next.previousSibling;
    node.nextSibling = next;
    if (next.previousSibling === null) this.firstChild = node;
    else next.previousSibling.nextSibling = node;
    next.previousSibling = node;
    return node;
  }

  replaceChild(node: ArticleNode, old: ArticleNode): ArticleNode {
    const next = old.nextSibling === node ? node.nextSibling : old.nextSibling;
    old.remove();
    this.insertBefore(node, next);
    return old;
  }

  removeChild(node: ArticleNode): ArticleNode {
    node.remove();
    return node;
  }

  getElementsByTagName(name: string): ArticleElement[] {
    const wanted = name.toLowerCase();
    const found: ArticleElement[] = [];
    const look = (element: ArticleElement): void => {
      for (let node = element.firstChild; node !== null; node = node.nextSibling) {
        if (!(node instanceof ArticleElement)) continue;
        if (wanted === "*" || node.localName === wanted) found.push(node);
        look(node);
      }
    };
    look(this);
    return found;
  }
}

export class ArticleDocument extends ArticleElement implements Maker {
  readonly snapshots: ArticleElement[] = [];
  readonly documentElement: ArticleElement;
  readonly body: ArticleElement;
  readonly title: string;
  readonly baseURI = "about:blank";
  readonly documentURI = "about:blank";

  /** The document of a page. Throws `limit` when it is nested too deeply. */
  constructor(page: Parent, title: string) {
    // The document has itself as its owner, which a constructor cannot say.
    super(null as never, "#document", null);
    Object.assign(this, { ownerDocument: this });
    this.title = title;
    this.documentElement = this.appendChild(this.createElement("html"));
    this.body = this.documentElement.appendChild(this.createElement("body"));
    const html = page.childNodes.find((node) => node.nodeName === "html");
    const body = isElement(html) ? html.childNodes.find((node) => node.nodeName === "body") : undefined;
    if (isElement(body)) this.#copy(body, this.body, 0);
  }

  createElement(name: string): ArticleElement {
    return new ArticleElement(this, name.toLowerCase(), null);
  }

  createTextNode(text: string): ArticleText {
    return new ArticleText(this, text, null);
  }

  #copy(from: Parent, to: ArticleElement, depth: number): void {
    checkDepth(depth);
    for (const node of from.childNodes) {
      if (isText(node)) to.appendChild(new ArticleText(this, node.value, node));
      else if (isElement(node) && !skipped.has(node.tagName)) {
        const made = to.appendChild(new ArticleElement(this, node.tagName, node));
        for (const { name } of node.attrs) made.setAttribute(name, attribute(node, name) ?? "");
        this.#copy(node, made, depth + 1);
      }
    }
  }
}

function attributeNode(name: string, value: string): Attribute {
  return { name, value, cloneNode: () => attributeNode(name, value) };
}

function copyChildren(from: ArticleElement, to: ArticleElement): void {
  for (let node = from.firstChild; node !== null; node = node.nextSibling) {
    if (node instanceof ArticleText) to.appendChild(new ArticleText(to.ownerDocument, node.textContent, node.origin));
    if (!(node instanceof ArticleElement)) continue;
    const made = to.appendChild(new ArticleElement(to.ownerDocument, node.localName, node.origin));
    for (const attribute of node.attributes) made.setAttributeNode(attribute);
    copyChildren(node, made);
  }
}
