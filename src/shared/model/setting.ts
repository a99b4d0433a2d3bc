import { z } from "zod";
import { storedRecord } from "./stored-record.ts";

/** A choice that belongs to the library, not to one window: a key and any plain data. */
export const Setting = storedRecord({ key: z.string().regex(/^[a-z][A-Za-z0-9.-]{0,199}$/), value: z.json() });
export type Setting = Readonly<z.infer<typeof Setting>>;
