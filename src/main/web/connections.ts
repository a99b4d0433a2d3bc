import type { Server } from "node:http";
import type { Socket } from "node:net";

/** How long a new connection is left in peace, in milliseconds: its request may already be on its way. */
const grace = 250;

/**
 * Keeps room for the reader. Anybody may connect, and connections that have shown the key stay; of the others only so
 * many, the newest. A limit for all would let anybody who holds that many open lock the reader out.
 *
 * @param most how many connections without the key may be open for longer than a moment
 * @param atOnce how many of any age
 * @returns call it for a connection that has shown the key
 */
export function keepRoom(server: Server, { most, atOnce }: { most: number; atOnce: number }): (socket: Socket) => void {
  /** In the order in which they came, with the time. */
  const strangers = new Map<Socket, number>();
  const known = new WeakSet<Socket>();
  const trim = (): void => {
    const now = performance.now();
    for (const [socket, since] of strangers) {
      if (strangers.size <= most || (strangers.size <= atOnce && now - since < grace)) return;
      strangers.delete(socket);
      socket.destroy();
    }
  };
  const timer = setInterval(trim, grace).unref();
  server.on("close", () => clearInterval(timer));
  server.on("connection", (socket) => {
    strangers.set(socket, performance.now());
    socket.on("close", () => strangers.delete(socket));
    // Those that have already said something are heard first.
    if (strangers.size > most) setImmediate(trim);
  });
  return (socket) => {
    if (known.has(socket)) return;
    known.add(socket);
    strangers.delete(socket);
  };
}
