import { expect, test } from "vitest";
import { apply } from "../../../shared/change/change.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { docx, p, r } from "../import/word/docx.cases.ts";
import { openWorkbench } from "../workbench.ts";
import { commentEdits } from "./comment-edits.ts";

const commented = docx({
  comments: `<w:comment w:id="0" w:author="Ada" w:date="2021-03-09T10:11:12Z">${p("Why?").replace("<w:p>", '<w:p w14:paraId="A0">')}</w:comment><w:comment w:id="1" w:author="">${p("Because.").replace("<w:p>", '<w:p w14:paraId="A1">')}</w:comment>`,
  commentsExtended: '<w15:commentEx w15:paraId="A1" w15:paraIdParent="A0"/>',
  body: p(`${r("One ")}<w:commentRangeStart w:id="0"/>${r("two")}<w:commentRangeEnd w:id="0"/>${r(" three")}`),
});

test("comments of a document become notes with words, author, date and answers, once", async () => {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder: "Cy", program: "a test", resources: resourcesFolder() });
  try {
    const { paper, annotations } = await workbench.importPaper({ name: "a.docx", bytes: commented });
    expect([paper.format, paper.title, annotations]).toEqual(["docx", "a", 2]);
    const { library } = await workbench.state({});
    const notes = Object.values(ofPaper(library.annotations, paper.id));
    const coderOf = (id: string): string | undefined =>
      Object.values(library.coders).find((coder) => coder.id === id)?.name;
    expect(
      notes.map(({ note, coder, passage, origin }) => [note, coderOf(coder), passage.ranges[0]?.quote, origin?.tool]),
    ).toEqual([
      ["Why?", "Ada", "two", "docx"],
      ["Because.", "Unnamed in the document", "two", "docx"],
    ]);
    expect(notes[0]?.created).toBe("2021-03-09T10:11:12.000Z");
    expect(Object.values(library.relations)).toMatchObject([
      { kind: "elaborates", source: { annotation: notes[1]?.id } },
    ]);
    expect(await workbench.importPaper({ name: "b.docx", bytes: commented })).toMatchObject({ duplicate: true });
    // The same comments again, and some that were removed, bring nothing.
    const comment = {
      id: "0",
      ranges: [{ start: 0, end: 3 }],
      author: "Ada",
      created: null,
      text: "Why?",
      inReplyTo: null,
    };
    const content = await workbench.content({ paper: paper.id });
    const time = "2022-01-01T00:00:00.000Z";
    expect(commentEdits(library, { paper, content }, [comment], { at: time, seen: () => false })).toEqual([]);
    const other = { ...comment, id: "9" };
    expect(commentEdits(library, { paper, content }, [other], { at: time, seen: () => true })).toEqual([]);
    const edits = commentEdits(library, { paper, content }, [other, other], { at: time, seen: () => false });
    expect(edits).toMatchObject([{ table: "annotations", to: { created: time, note: "Why?" } }]);
    expect(() => apply(library, { edits })).not.toThrow();
  } finally {
    await workbench.close();
  }
});
