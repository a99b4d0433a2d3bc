import { userInfo } from "node:os";
import { Edit } from "../../../shared/change/edit.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { CoderId, newId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";

/** Who works: the name that they have chosen, and the names before it on this computer, the newest first. */
export type CoderNames = Readonly<{ name: string; former: readonly string[] }>;

/** The coder of a library who works with it. They are known to the library from their first change on. */
export class OwnCoder {
  readonly id: CoderId;
  #name: string;
  /** The library still has a former name; it gets the present one with the next change. */
  #isRenamed: boolean;
  #isNamed: boolean;

  /**
   * Found by name, otherwise by the newest former name that the library has. Who has not chosen a name has the system's
   * user name.
   */
  constructor({ coders }: Library, chosen?: string | CoderNames) {
    const given = chosen ?? userInfo().username;
    const { name, former } = typeof given === "string" ? { name: given, former: [] } : given;
    const find = (wanted: string) => Object.values(coders).find((coder) => coder.name === wanted);
    const found = [name, ...former].map(find).find((coder) => coder !== undefined);
    this.id = found?.id ?? newId(CoderId);
    this.#name = name;
    this.#isRenamed = found !== undefined && found.name !== name;
    this.#isNamed = chosen !== undefined;
  }

  get name(): string {
    return this.#name;
  }

  /** Whether the name was chosen, and is not just that of the system's user. */
  get isNamed(): boolean {
    return this.#isNamed;
  }

  /** The edit that makes the coder, or their new name, known to the library; none when both are known. */
  edits(library: Library, edits: readonly Edit[]): Edit[] {
    if (edits.some((edit) => edit.table === "coders" && edit.to?.id === this.id)) return [];
    const known = library.coders[this.id];
    if (known === undefined)
      return [Edit.parse({ table: "coders", from: null, to: { id: this.id, name: this.#name } })];
    return this.#isRenamed ? [{ table: "coders", from: known, to: { ...known, name: this.#name } }] : [];
  }

  /** The edit that gives the coder another name; none where the library does not have them yet. */
  renaming(library: Library, name: string): Edit[] {
    const others = Object.values(library.coders).filter((coder) => coder.id !== this.id);
    if (others.some((coder) => coder.name === name))
      throw new WorkbenchError("conflict", message("coder.nameTaken", { name }));
    const known = library.coders[this.id];
    return known === undefined || known.name === name ? [] : [{ table: "coders", from: known, to: { ...known, name } }];
  }

  /** The library has the present name, or has no record of the coder. */
  rename(name: string): void {
    this.#name = name;
    this.#isRenamed = false;
    this.#isNamed = true;
  }
}
