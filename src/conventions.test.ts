import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const source = path.join(import.meta.dirname, "renderer/src");
const names = readdirSync(source, { recursive: true, encoding: "utf8" }).map((name) => name.split(path.sep).join("/"));
const read = (name: string): string => readFileSync(path.join(source, name), "utf8");
const folderOf = (name: string): string => name.split("/")[0] ?? "";

const files = names
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|cases)\.tsx?$/.test(name))
  .map((name) => ({
    name,
    folder: folderOf(name),
    tree: ts.createSourceFile(name, read(name), ts.ScriptTarget.Latest, true),
  }));

function nodesOf(tree: ts.SourceFile): ts.Node[] {
  const nodes: ts.Node[] = [];
  const walk = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return nodes;
}

const calls = files.flatMap((file) =>
  nodesOf(file.tree)
    .filter(ts.isCallExpression)
    .map((call) => ({ ...file, call })),
);

/** Every store with the folder that owns it: `export const useName = create…`. */
const stores = new Map(
  files.flatMap(({ folder, tree }) =>
    nodesOf(tree)
      .filter(ts.isVariableDeclaration)
      .filter(({ initializer }) => initializer !== undefined && /^create[<(]/.test(initializer.getText()))
      .map((declaration): [string, string] => [declaration.name.getText(), folder]),
  ),
);

const place = (file: string, node: ts.Node): string => `${file}: ${node.getText().slice(0, 100)}`;

test("stores are in state or in the feature that owns them", () => {
  expect(stores.size).toBeGreaterThan(10);
  expect([...stores.values()].filter((folder) => folder === "app" || folder === "ui" || folder === "client")).toEqual(
    [],
  );
});

test("only the folder of a store sets its state", () => {
  const faults = calls.filter(({ folder, call: { expression } }) => {
    if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "setState") return false;
    return stores.get(expression.expression.getText()) !== folder;
  });
  expect(faults.map(({ name, call }) => place(name, call))).toEqual([]);
});

test("no store is read without a selector, nor whole", () => {
  const faults = calls.filter(({ call }) => {
    if (!stores.has(call.expression.getText())) return false;
    const [selector] = call.arguments;
    if (selector === undefined) return true;
    return ts.isArrowFunction(selector) && selector.parameters[0]?.name.getText() === selector.body.getText();
  });
  expect(faults.map(({ name, call }) => place(name, call))).toEqual([]);
});

// React compares the selected state again when a hidden view is shown, but only where the selector is another function
// at each drawing.
test("a selector is written where it is used", () => {
  const faults = calls.filter(
    ({ call }) => stores.has(call.expression.getText()) && call.arguments.some((selector) => ts.isIdentifier(selector)),
  );
  expect(faults.map(({ name, call }) => place(name, call))).toEqual([]);
});

test("no store begins as an empty record that claims to be its state", () => {
  const faults = files.filter(({ tree }) => /create<[^(]*\(\(\) => \(\{\}\) as/.test(tree.text));
  expect(faults.map(({ name }) => name)).toEqual([]);
});

test("nothing is looked up in the whole document by selector or identifier", () => {
  // The root of the page, and the rows of a tree, which have identifiers that the tree itself makes.
  const allowed = ["main.tsx", "ui/Tree.tsx"];
  const lookUp = /^document\.(querySelector|getElement)/;
  const faults = calls.filter(({ name, call }) => lookUp.test(call.expression.getText()) && !allowed.includes(name));
  expect(faults.map(({ name, call }) => place(name, call))).toEqual([]);
});

/** Classes at the root of a rule that still have rules in several sheets. The list may only get shorter. */
const inSeveralSheets = ["analysis", "card", "choices", "palette", "paper", "positions", "row"];

test("each class at the root of a rule is styled by one sheet", () => {
  const sheets = new Map<string, Set<string>>();
  for (const name of names.filter((name) => name.endsWith(".css"))) {
    const text = read(name).replace(/\/\*[\s\S]*?\*\//g, "");
    for (const [, selectors = ""] of text.matchAll(/([^{}]+)\{/g))
      for (const selector of selectors.split(",")) {
        const [, className] = /^\s*\.([\w-]+)/.exec(selector) ?? [];
        if (className !== undefined) sheets.set(className, (sheets.get(className) ?? new Set()).add(name));
      }
  }
  const several = [...sheets].filter(([, own]) => own.size > 1).map(([className]) => className);
  expect(several.sort()).toEqual(inSeveralSheets);
});

const asksKey = new Set(["Enter", "Escape"]);

/** Comparisons with the name of a key that an input method uses too. */
const keyTests = files.flatMap(({ name, tree }) =>
  nodesOf(tree)
    .filter(ts.isBinaryExpression)
    .filter(({ right }) => ts.isStringLiteral(right) && asksKey.has(right.text))
    .map((node) => ({ name, node })),
);

/** The outermost function around a node that is given an event, or the file where there is none. */
function handlerOf(node: ts.Node): ts.Node {
  let handler: ts.Node = node.getSourceFile();
  for (let outer: ts.Node | undefined = node; outer !== undefined; outer = outer.parent)
    if (ts.isFunctionLike(outer) && outer.parameters.some((parameter) => parameter.name.getText() === "event"))
      handler = outer;
  return handler;
}

test("no handler takes Enter or Escape of an input method for its own", () => {
  expect(keyTests.length).toBeGreaterThan(20);
  // Its caller says whether an input method is composing.
  const told = ["annotate/composer-keys.ts"];
  const faults = keyTests.filter(
    ({ name, node }) => !told.includes(name) && !/\bisComposing\(/.test(handlerOf(node).getText()),
  );
  expect(faults.map(({ name, node }) => place(name, node))).toEqual([]);
});
