import { EventEmitter } from "node:events";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepRoom } from "./connections.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server without a network; connections are opened by hand, and closed ones counted. */
function server(most: number, atOnce: number) {
  const events = new EventEmitter();
  const keep = keepRoom(events as Server, { most, atOnce });
  const closed: number[] = [];
  let count = 0;
  const connect = (): Socket => {
    const index = count++;
    const socket = Object.assign(new EventEmitter(), {
      destroy: () => {
        closed.push(index);
        socket.emit("close");
      },
    });
    events.emit("connection", socket);
    return socket as unknown as Socket;
  };
  return { connect, closed, keep, end: () => events.emit("close") };
}

test("the oldest connections without the key go when there are too many, but none in its first moment", () => {
  const { connect, closed } = server(3, 100);
  for (let index = 0; index < 5; index++) connect();
  vi.advanceTimersByTime(1);
  expect(closed).toEqual([]);
  vi.advanceTimersByTime(600);
  expect(closed).toEqual([0, 1]);
  connect();
  vi.advanceTimersByTime(1);
  expect(closed).toEqual([0, 1, 2]);
});

test("beyond the number at once even new ones go", () => {
  const { connect, closed } = server(3, 6);
  for (let index = 0; index < 10; index++) connect();
  vi.advanceTimersByTime(1);
  expect(closed).toEqual([0, 1, 2, 3]);
});

test("those that have shown the key are neither counted nor closed, and closed ones are forgotten", () => {
  const { connect, closed, keep } = server(2, 100);
  const reader = connect();
  keep(reader);
  keep(reader);
  const gone = connect();
  for (let index = 0; index < 3; index++) connect();
  gone.emit("close");
  vi.advanceTimersByTime(600);
  expect(closed).toEqual([2]);
});

test("a closed server looks no more", () => {
  const { end } = server(2, 100);
  end();
  expect(vi.getTimerCount()).toBe(0);
});
