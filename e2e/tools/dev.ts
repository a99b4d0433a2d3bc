/**
 * `npm run dev`: the workbench with reload. With Electron's runtime and a display, that is electron-vite's own;
 * otherwise Vite serves the window's modules with hot reload, and its `/api` is a web host run from source, which
 * restarts when a file of it changes. The library is `.cache/dev-library` unless `--library` names another.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { watch } from "node:fs";
import { type AddressInfo, createServer as createSocket } from "node:net";
import path from "node:path";
import { createServer, type ProxyOptions } from "vite";
import { electronBinary } from "../../src/main/cli/electron-runtime.ts";
import { hasDisplay } from "../../src/main/cli/programs.ts";
import { windowAliases, windowPlugins } from "./window-build.ts";

const root = path.resolve(import.meta.dirname, "../..");
const options = process.argv.slice(2);

if (electronBinary() !== null && hasDisplay()) {
  const program = path.join(root, "node_modules/electron-vite/bin/electron-vite.js");
  spawn(process.execPath, [program, "dev", "--watch", ...options], { cwd: root, stdio: "inherit" }).on("exit", (code) =>
    process.exit(code ?? 1),
  );
} else await serve();

async function serve(): Promise<void> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  let key = "";
  const library = options.includes("--library") ? [] : ["--library", path.join(root, ".cache/dev-library")];
  const command = [path.join(root, "src/main/cli.ts"), "serve", "--once", "--port", `${port}`, ...library, ...options];
  const enter = async (text: string): Promise<void> => {
    const url = /http:\S+token=\S+/.exec(text)?.[0];
    if (url === undefined) return;
    const headers = { authorization: `Bearer ${new URL(url).searchParams.get("token")}` };
    const reply = await fetch(new URL("/api/enter", url), { method: "POST", headers });
    key = ((await reply.json()) as { value: { key: string } }).value.key;
    process.stdout.write("The web host runs from source.\n");
  };
  let host: ChildProcess | null = null;
  const start = (): void => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.setEncoding("utf8").on("data", (text: string) => void enter(text));
    host = child;
  };
  // Node's own --watch speaks to every worker thread, which the pool of workers takes for an error.
  let waiting: NodeJS.Timeout | undefined;
  const restart = (): void => {
    if (host === null || host.exitCode !== null) start();
    else host.once("exit", start).kill("SIGTERM");
  };
  for (const folder of ["src/main", "src/shared"])
    watch(path.join(root, folder), { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(restart, 300);
    });
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      host?.kill(signal);
      process.exit(0);
    });
  start();
  const api: ProxyOptions = {
    target: address,
    changeOrigin: true,
    configure: (proxy) =>
      proxy.on("proxyReq", (request, { headers }) => {
        // Only this page gets the key, since any other page may send requests here too.
        if (headers["sec-fetch-site"] !== "same-origin") return;
        request.setHeader("authorization", `Bearer ${key}`);
        if (headers.origin !== undefined) request.setHeader("origin", address);
      }),
  };
  const server = await createServer({
    configFile: false,
    root: path.join(root, "src/renderer"),
    cacheDir: path.join(root, ".cache/vite"),
    plugins: [windowPlugins()],
    resolve: { alias: windowAliases(root) },
    server: { host: "127.0.0.1", proxy: { "/api": api } },
  });
  await server.listen();
  server.printUrls();
}

/** A port that stays the same when the web host restarts. */
function freePort(): Promise<number> {
  const socket = createSocket();
  return new Promise((resolve) =>
    socket.listen(0, "127.0.0.1", () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => resolve(port));
    }),
  );
}
