/** What one web host bears. Milliseconds, bytes, counts. */
export type Limits = Readonly<{
  /** Time a caller has for the headers, and for the whole request. */
  headerTime: number;
  requestTime: number;
  /** How long a connection may stay open without a request. */
  idleTime: number;
  /** Connections without the key that may stay open, and of them at any moment. */
  connections: number;
  connectionsAtOnce: number;
  headerBytes: number;
  headers: number;
  /** The largest request: a source of about 370 MB in base64. V8 holds no string of 512 MB. */
  body: number;
  /** All requests that are being read, together. */
  bodies: number;
  /** Calls answered at the same time. */
  atOnce: number;
  /** Windows that hear the news. */
  listeners: number;
  /** News kept for a window that does not read them. */
  backlog: number;
  /** Requests a second, after a first burst: of those who may call, for files of the page, and those refused. */
  calls: Rate;
  files: Rate;
  refusals: Rate;
}>;

export type Rate = Readonly<{ burst: number; perSecond: number }>;

const megabyte = 1024 * 1024;

export const limits: Limits = {
  headerTime: 10_000,
  requestTime: 300_000,
  idleTime: 5_000,
  connections: 256,
  connectionsAtOnce: 4096,
  headerBytes: 16 * 1024,
  headers: 64,
  body: 500 * megabyte,
  bodies: 1024 * megabyte,
  atOnce: 64,
  listeners: 32,
  backlog: 1000,
  calls: { burst: 2000, perSecond: 500 },
  files: { burst: 2000, perSecond: 500 },
  refusals: { burst: 60, perSecond: 5 },
};

/** Lets through a burst and then so many a second (token bucket). Give the clock in milliseconds. */
export function rateLimit({ burst, perSecond }: Rate, clock: () => number = () => performance.now()): () => boolean {
  let left = burst;
  let last = clock();
  return () => {
    const now = clock();
    left = Math.min(burst, left + ((now - last) / 1000) * perSecond);
    last = now;
    if (left < 1) return false;
    left--;
    return true;
  };
}
