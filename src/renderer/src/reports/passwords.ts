import { WorkbenchError } from "../../../shared/model/errors.ts";
import { texts } from "../i18n/texts.ts";
import { askPassword } from "../state/shell.ts";

/**
 * Do some work; where it says that a password is needed, ask for one and do it again. Giving up throws what the work
 * threw.
 */
export async function withPassword<Value>(
  name: string,
  work: (password: string | undefined) => Promise<Value>,
  password?: string,
): Promise<Value> {
  try {
    return await work(password);
  } catch (error) {
    if (!(error instanceof WorkbenchError) || error.code !== "password") throw error;
    const why = texts().failure(error);
    const given = await askPassword(name, why);
    if (given === null) throw error;
    return withPassword(name, work, given);
  }
}
