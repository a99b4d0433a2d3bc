import type { z } from "zod";
import { message } from "../messages/message.ts";
import { WorkbenchError } from "../model/errors.ts";
import { contract, type Method, type Workbench } from "./workbench.ts";

/**
 * A call that comes from outside: the name must be in the contract and the arguments must have their form. This is the
 * only place where arguments are checked, except for edits, which the library checks.
 */
export async function callWorkbench(workbench: Workbench, name: string, args: unknown): Promise<unknown> {
  if (!isMethod(name)) throw new WorkbenchError("invalid", message("general.noSuchCall", { name: name.slice(0, 50) }));
  const schema: z.ZodType = contract[name];
  const call = workbench[name] as (checked: unknown) => Promise<unknown>;
  return call(schema.parse(args));
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name);
}
