import { expect, test } from "vitest";
import { ActorId, IssueId, LibraryId, newId } from "../model/ids.ts";
import { emptyLibrary, type Library } from "../model/library.ts";
import { withShownNames } from "./shown-names.ts";

const id = newId(IssueId);
const actor = newId(ActorId);
const hidden = "report\u202efdp.exe";
const plain = emptyLibrary(newId(LibraryId));
const library: Library = {
  ...plain,
  issues: {
    [id]: { id, name: hidden, parent: null, definition: "Wa\u200bter", colour: "#000000", key: null, rank: 1 } as never,
  },
  actors: { [actor]: { id: actor, name: "Ada", aliases: [hidden, "A"] } as never },
};

test("names, descriptions and lists of names are shown; all else is the same", () => {
  const shown = withShownNames(library);
  expect(shown.issues[id]).toMatchObject({ name: "report⟨U+202E⟩fdp.exe", definition: "Wa⟨U+200B⟩ter", rank: 1 });
  expect(shown.actors[actor]?.aliases).toEqual(["report⟨U+202E⟩fdp.exe", "A"]);
  expect(shown.annotations).toBe(library.annotations);
  expect(shown.stances).toBe(library.stances);
  expect(library.issues[id]?.name).toBe(hidden);
});

test("a library without anything hidden is not copied", () => {
  expect(withShownNames(plain)).toBe(plain);
});
