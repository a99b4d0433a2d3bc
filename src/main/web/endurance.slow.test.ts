import { connect, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { encode } from "../../shared/contract/wire.ts";
import { newIssue } from "../services/fixture.cases.ts";
import { call, limits, refused, unharmed, visit, watchForCrashes } from "./attack.cases.ts";
import { entry, newTarget, open, request, send, tokenOf } from "./raw.cases.ts";
import { startServer } from "./server.ts";

watchForCrashes();

test("a second request after the first is judged by its own headers", async () => {
  const target = await newTarget(limits);
  const first = visit("/")(target).replace("Connection: close", "Connection: keep-alive");
  const response = await send(target.port, first + request("GET /api/news", [`Host: ${target.host}`]));
  expect(response.match(/HTTP\/1.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 403"]);
  await unharmed(target, response);
});

test("an address opens one window, also when many try at once, and a wrong try does not use it up", async () => {
  const target = await newTarget(limits);
  const { host, port, token } = target;
  for (const more of [["Origin: null"], ["Sec-Fetch-Site: cross-site"], ["Host: evil.example"]])
    expect(await send(port, entry(host, token, more))).toMatch(refused);
  const responses = await Promise.all(Array.from({ length: 20 }, () => send(port, entry(host, token))));
  expect(responses.filter((text) => text.startsWith("HTTP/1.1 200"))).toHaveLength(1);
  expect(responses.filter((text) => text.includes("has been used already"))).toHaveLength(19);
});

test("loading the page of an address does not use it up, and leaves a page that browsers keep out of their history", async () => {
  const { host, port, token } = await newTarget(limits);
  const load = (): Promise<string> => send(port, request(`GET /?token=${token}`, [`Host: ${host}`]));
  for (const response of [await load(), await load()]) {
    expect(response).toMatch(/^HTTP\/1.1 403[\s\S]*<title>Page<\/title>/);
    expect(response).toMatch(/referrer-policy: no-referrer/i);
    expect(response).toMatch(/cache-control: no-store/i);
    expect(response).not.toMatch(/set-cookie/i);
  }
  expect(await send(port, entry(host, token))).toMatch(/^HTTP\/1.1 200/);
});

test("keys are 256 random bits, other ones in each run", async () => {
  const [first, two] = [await newTarget(limits), await newTarget(limits)];
  const all = [first, two].flatMap(({ token, key, server }) => [token, key, tokenOf(server)]);
  expect(new Set(all).size).toBe(6);
  for (const key of all) expect(Buffer.from(key, "base64url")).toHaveLength(32);
  expect(await send(two.port, call({ ...two, key: first.key }, "state", "{}"))).toMatch(refused);
});

test("guessing is slowed down, and the reader is not", async () => {
  const target = await newTarget({ ...limits, refusals: { burst: 20, perSecond: 1 } });
  const guess = (index: number): Promise<string> => send(target.port, entry(target.host, `${index}`));
  const responses = [];
  for (let index = 0; index < 60; index++) responses.push((await guess(index)).slice(9, 12));
  expect(responses.slice(0, 20)).toEqual(Array(20).fill("403"));
  expect(responses.filter((status) => status === "429").length).toBeGreaterThan(30);
  await unharmed(target, "");
});

test("the reader's own calls have a limit too, and go on after it", async () => {
  const target = await newTarget({ ...limits, calls: { burst: 10, perSecond: 20 } });
  const responses = await Promise.all(Array.from({ length: 40 }, () => send(target.port, call(target, "state", "{}"))));
  const statuses = responses.map((text) => text.slice(9, 12));
  expect(new Set(statuses)).toEqual(new Set(["200", "429"]));
  expect(responses.find((text) => text.startsWith("HTTP/1.1 429"))).toMatch(/retry-after: 1/i);
  await unharmed(target, "");
});

test("no more calls are answered at once than the limit says", async () => {
  const target = await newTarget({ ...limits, atOnce: 2 });
  const head = call(target, "state", "{}").replace("Content-Length: 2", "Content-Length: 1000");
  const sockets = [open(target.port), open(target.port)];
  for (const socket of sockets) socket.resume().write(head);
  await expect.poll(() => send(target.port, call(target, "state", "{}"))).toMatch(/^HTTP\/1.1 503/);
  for (const socket of sockets) socket.destroy();
  await unharmed(target, "");
});

test("a call that would take all memory is refused before it is read", async () => {
  const target = await newTarget({ ...limits, body: 20_000_000, bodies: 40_000_000, requestTime: 60_000 });
  expect(await send(target.port, call(target, "state", `[${",".repeat(11_000_000)}]`))).toMatch(/^HTTP\/1.1 413/);
  await unharmed(target, "");
});

test("of more connections without the key than the limit the oldest are closed", async () => {
  const target = await newTarget({ ...limits, headerTime: 30_000, requestTime: 30_000, idleTime: 30_000 });
  const order: number[] = [];
  const silent: Socket[] = [];
  for (let index = 0; index < 100; index++) {
    const socket = open(target.port).resume();
    await new Promise((resolve) => socket.once("connect", resolve));
    silent.push(socket.on("close", () => order.push(index)));
  }
  onTestFinished(() => {
    for (const socket of silent) socket.destroy();
  });
  await expect.poll(() => order.length, { timeout: 20_000 }).toBe(40);
  expect(order.every((index) => index < 40)).toBe(true);
});

test.each([
  ["say nothing", ""],
  ["send half a header", "GET / HTTP/1.1\r\nX-A: "],
  ["promise a body that never comes", "POST /api/enter HTTP/1.1\r\nContent-Length: 1000\r\n"],
])(
  "a thousand connections that %s, opened again whenever one is closed, do not lock the reader out",
  async (_what, request) => {
    const target = await newTarget({ ...limits, headerTime: 30_000, requestTime: 30_000, connectionsAtOnce: 2000 });
    const sockets = new Set<Socket>();
    let ended = false;
    const flood = (): void => {
      const socket = open(target.port).resume();
      sockets.add(socket);
      socket.on("connect", () => request !== "" && socket.write(request));
      socket.on("close", () => {
        sockets.delete(socket);
        if (!ended) setTimeout(flood, 20);
      });
    };
    for (let index = 0; index < 1000; index++) flood();
    onTestFinished(() => {
      ended = true;
      for (const socket of sockets) socket.destroy();
    });
    await expect.poll(() => sockets.size, { timeout: 20_000 }).toBeGreaterThan(900);
    for (let times = 0; times < 20; times++)
      expect(await send(target.port, call(target, "state", "{}"))).toMatch(/^HTTP\/1.1 200/);
  },
);

test("a connection that has shown the key stays, however many come after it", async () => {
  const target = await newTarget({ ...limits, requestTime: 30_000, headerTime: 30_000 });
  const news = open(target.port);
  let heard = "";
  let gone = false;
  news.setEncoding("latin1").on("data", (part: string) => {
    heard += part;
  });
  news.on("close", () => {
    gone = true;
  });
  news.write(visit("/api/news")(target));
  await expect.poll(() => heard).toMatch(/event: ready/);
  const silent = Array.from({ length: 300 }, () => open(target.port).resume());
  onTestFinished(() => {
    for (const socket of [news, ...silent]) socket.destroy();
  });
  await expect.poll(() => silent.filter((socket) => socket.destroyed).length, { timeout: 20_000 }).toBeGreaterThan(200);
  await target.workbench.commit({ label: "Add", edits: [newIssue("Water")] });
  await expect.poll(() => heard).toMatch(/Water/);
  expect(gone).toBe(false);
});

test("headers that come a letter at a time, and bodies too, are cut off", async () => {
  const target = await newTarget(limits);
  for (const start of [
    "",
    call(target, "undo", `{${" ".repeat(100_000)}}`)
      .split("\r\n\r\n")[0]
      ?.concat("\r\n\r\n") ?? "",
  ]) {
    const socket = open(target.port);
    const drip = setInterval(() => socket.write("a"), 50);
    onTestFinished(() => clearInterval(drip));
    socket.write(start);
    socket.resume();
    await new Promise((resolve) => socket.on("close", resolve));
    clearInterval(drip);
  }
  await unharmed(target, "");
});

test("headers have less time than the whole request", async () => {
  const target = await newTarget({ ...limits, headerTime: 300, requestTime: 120_000 });
  const socket = open(target.port);
  const drip = setInterval(() => socket.write("a"), 50);
  onTestFinished(() => clearInterval(drip));
  socket.resume();
  await new Promise((resolve) => socket.on("close", resolve));
  await unharmed(target, "");
});

test("connections that say nothing are closed, and more than the limit do not keep the reader out", async () => {
  const target = await newTarget(limits);
  const silent = Array.from({ length: 200 }, () => open(target.port).resume());
  const closed = silent.map((socket) => new Promise((resolve) => socket.on("close", resolve)));
  await unharmed(target, "");
  await Promise.all(closed);
});

test("a thousand requests at once, with and without the key", async () => {
  const target = await newTarget({ ...limits, connections: 2000 });
  const all = Array.from({ length: 1000 }, (_, index) =>
    send(target.port, call(index % 2 === 0 ? target : { ...target, key: "guess" }, "state", "{}")),
  );
  const responses = await Promise.all(all);
  const statuses = new Set(responses.map((text) => text.slice(9, 12)));
  expect([...statuses].filter((status) => status !== "503").sort()).toEqual(["200", "403"]);
  await unharmed(target, "");
});

test("large bodies are taken up to a limit together", async () => {
  const target = await newTarget(limits);
  const head = call(target, "state", "{}").replace("Content-Length: 2", "Content-Length: 150000");
  const sockets = [open(target.port), open(target.port)];
  for (const socket of sockets) socket.resume().write(head);
  await expect.poll(() => send(target.port, head, { enough: (text) => text !== "" })).toMatch(/^HTTP\/1.1 503/);
  for (const socket of sockets) socket.destroy();
  await unharmed(target, "");
});

test("windows beyond the limit hear no news, and a place is free again when one closes", async () => {
  const target = await newTarget(limits);
  const listen = () => {
    const socket = open(target.port);
    let text = "";
    socket.setEncoding("latin1").on("data", (part: string) => {
      text += part;
    });
    socket.write(visit("/api/news")(target));
    return { socket, status: () => text.slice(9, 12) };
  };
  const four = Array.from({ length: 4 }, listen);
  for (const request of four) await expect.poll(request.status).toBe("200");
  const fifth = listen();
  await expect.poll(fifth.status).toBe("503");
  four[0]?.socket.destroy();
  await expect
    .poll(async () => {
      const again = listen();
      await expect.poll(again.status).not.toBe("");
      return again.status();
    })
    .toBe("200");
});

test("a window that never reads is disconnected, and the others still get news", async () => {
  const target = await newTarget(limits);
  const deaf = open(target.port);
  deaf.pause().write(visit("/api/news")(target));
  const gone = new Promise((resolve) => deaf.on("close", resolve));
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (let index = 0; index < 300; index++) {
    const issue = newIssue(`Issue ${index}`);
    const long = issue.to && { ...issue.to, definition: "x".repeat(20_000) };
    await target.workbench.commit({ label: "Add", edits: [{ ...issue, to: long }] });
  }
  deaf.resume();
  await gone;
  expect(await send(target.port, call(target, "state", "{}"))).toMatch(/^HTTP\/1.1 200/);
});

test("a caller who goes away in the middle of a call harms nobody", async () => {
  const target = await newTarget(limits);
  const text = call(target, "importPaper", encode({ name: "a.md", bytes: new Uint8Array(50_000) }));
  for (const length of [10, 200, text.length - 10, text.length]) {
    const socket = open(target.port);
    await new Promise((resolve) => socket.write(text.slice(0, length), resolve));
    socket.destroy();
  }
  await unharmed(target, "");
});

test.each(["0.0.0.0", "::", "0:0:0:0:0:0:0:0", "example.org", "", "127.0.0.1; rm"])(
  "no server listens at %j",
  async (address) => {
    const { workbench } = await newTarget(limits);
    await expect(startServer({ workbench, port: 0, staticFolder: ".", address })).rejects.toThrow(
      "not an address of this computer",
    );
  },
);

test("a server listens on the loopback interface and nowhere else", async () => {
  const target = await newTarget(limits);
  const others = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address } of others) {
    const socket = connect(target.port, address);
    expect(
      await new Promise((resolve) => socket.on("connect", () => resolve("open")).on("error", () => resolve("shut"))),
    ).toBe("shut");
  }
  expect(target.host).toBe(`127.0.0.1:${target.port}`);
});
