import { expect, test } from "vitest";
import type { PaperContent } from "../../../../shared/model/content.ts";
import { importMail, isMail } from "./import-mail.ts";

const bytesOf = (lines: readonly string[]): Buffer => Buffer.from(lines.join("\r\n"), "latin1");
const head = [
  "From: Ada Lind <ada@example.org>",
  "To: b@example.org",
  "Date: Tue, 9 Mar 2021 10:00:00 +0100",
  "Subject: Ferries",
];
const shownHead =
  "paragraph From: Ada Lind <ada@example.org>\nTo: b@example.org\nDate: Tue, 9 Mar 2021 10:00:00 +0100\nSubject: Ferries";
const mail = (...lines: readonly string[]) =>
  importMail({ name: "a.eml", bytes: bytesOf([...head, "MIME-Version: 1.0", ...lines]) });
const shape = ({ blocks, text }: PaperContent): string[] =>
  blocks.map((block) => `${block.kind} ${text.slice(block.start, block.end)}`);
/** The blocks of a message after its header. */
const body = (...lines: readonly string[]): string[] => shape(mail(...lines).content).slice(1);
const plain = ["Content-Type: text/plain; charset=utf-8", ""];

test("a message has its header as the first block, and title, author and date from it", () => {
  const { content, title, authors, date, format } = mail(
    "Cc: =?utf-8?Q?B=C3=A9n?= <c@example.org>",
    ...plain,
    "Hello.",
  );
  expect({ title, authors, date, format }).toEqual({
    title: "Ferries",
    authors: ["Ada Lind"],
    date: "2021-03-09",
    format: "eml",
  });
  expect(shape(content)).toEqual([shownHead.replace("\nDate", "\nCc: Bén <c@example.org>\nDate"), "paragraph Hello."]);
  expect(content.blocks[0]?.marks.map(({ kind, start, end }) => [kind, content.text.slice(start, end)])).toContainEqual(
    ["bold", "Subject:"],
  );
});

test.each<[string, readonly string[], readonly string[]]>([
  [
    "lines that break where they are full",
    ["Ministers agreed on subsidies for ferries, and", "on fees in every harbour of the country from", "next year."],
    [
      "paragraph Ministers agreed on subsidies for ferries, and on fees in every harbour of the country from next year.",
    ],
  ],
  [
    "lines that are lines",
    ["Ada Lind", "12 High Street", "Harbour"],
    ["paragraph Ada Lind", "paragraph 12 High Street", "paragraph Harbour"],
  ],
  [
    "an answer below what it answers",
    ["Ben wrote:", "> One.", "> Two.", "Yes."],
    ["paragraph Ben wrote:", "quotation One.", "quotation Two.", "paragraph Yes."],
  ],
  [
    "quotations in quotations",
    ["> > One.", "> Two.", "", "Three."],
    ["quotation One.", "quotation Two.", "paragraph Three."],
  ],
  [
    "a signature",
    ["Yes.", "-- ", "Ada Lind", "Ministry of Harbours"],
    ["paragraph Yes.", "paragraph --", "paragraph Ada Lind", "paragraph Ministry of Harbours"],
  ],
  [
    "an answer above what it answers",
    ["Yes.", "", "-----Original Message-----", "From: Ben", "", "Agreed?"],
    ["paragraph Yes.", "quotation -----Original Message-----", "quotation From: Ben", "quotation Agreed?"],
  ],
  ...(
    [
      ["English", "From: Ben", "Sent: Tuesday, 9 March 2021 10:00", "To: Ada", "Subject: Fares"],
      ["German", "Von: Ben", "Gesendet: Dienstag, 9. März 2021 10:00", "An: Ada", "Betreff: Preise"],
      ["French", "De\u00a0: Ben", "Envoyé\u00a0: mardi 9 mars 2021 10:00", "À\u00a0: Ada", "Objet\u00a0: Tarifs"],
    ] as const
  ).map(([language, ...header]): [string, string[], string[]] => [
    `an answer above a message with its header in ${language}`,
    ["Yes.", "", ...header, "", "Agreed?"],
    ["paragraph Yes.", ...[...header, "Agreed?"].map((line) => `quotation ${line}`)],
  ]),
  [
    "lines that only look like a header",
    ["From: the ferry. To: the island.", "", "Subject: fares.", "", "To: all"],
    ["paragraph From: the ferry. To: the island.", "paragraph Subject: fares.", "paragraph To: all"],
  ],
  ["nothing", [""], []],
])("plain text with %s", (_, lines, wanted) => {
  expect(body(...plain, ...lines)).toEqual(wanted);
});

// RFC 3676, 4 and 6.
test.each<[string, string, readonly string[], readonly string[]]>([
  ["lines", "format=flowed", ["One ", "two", "three"], ["paragraph One two", "paragraph three"]],
  ["quoted lines", "format=flowed", [">One ", ">two", ">> three"], ["quotation One two", "quotation three"]],
  ["stuffed lines", "format=flowed", [" >no quote", " From me"], ["paragraph >no quote", "paragraph From me"]],
  ["a signature", "format=flowed", ["One ", "-- ", "Ada"], ["paragraph One", "paragraph --", "paragraph Ada"]],
  ["words without spaces", "format=flowed; delsp=yes", ["渡し ", "船"], ["paragraph 渡し船"]],
])("flowed text with %s", (_, format, lines, wanted) => {
  const bytes = Buffer.from([...head, `Content-Type: text/plain; charset=utf-8; ${format}`, "", ...lines].join("\r\n"));
  expect(shape(importMail({ name: "a.eml", bytes }).content).slice(1)).toEqual(wanted);
});

const multipart = (type: string, ...parts: readonly (readonly string[])[]): string[] => [
  `Content-Type: multipart/${type}; boundary=${type}x`,
  "",
  ...parts.flatMap((part) => [`--${type}x`, ...part]),
  `--${type}x--`,
];
const text = (words: string): string[] => ["Content-Type: text/plain", "", words];
const html = (words: string): string[] => ["Content-Type: text/html", "", words];

test.each<[string, readonly string[], readonly string[]]>([
  [
    "HTML beside the same text",
    multipart("alternative", text("One two"), html("<h2>One</h2><p>two</p>")),
    ["heading One", "paragraph two"],
  ],
  [
    "HTML with fewer words",
    multipart("alternative", text("One two three"), html("<p>See the text</p>".replace("See the text", "View"))),
    ["paragraph One two three"],
  ],
  ["HTML alone", html("<p>One</p><blockquote type=cite>Two</blockquote>"), ["paragraph One", "quotation Two"]],
  [
    "an answer by Outlook",
    html("<p>Yes</p><hr><div id=divRplyFwdMsg><b>From:</b> Ben</div><p>Agreed?</p>"),
    ["paragraph Yes", "quotation From: Ben", "quotation Agreed?"],
  ],
  [
    "an answer by Outlook without marks",
    html(
      "<div><p>Yes</p><div><p><b>Von:</b> Ben<br><b>Gesendet:</b> Dienstag<br><b>An:</b> Ada</p></div><p>Einig?</p></div>",
    ),
    ["paragraph Yes", "quotation Von: Ben\nGesendet: Dienstag\nAn: Ada", "quotation Einig?"],
  ],
  [
    "HTML with its pictures",
    multipart("related", html("<p>One<img src=cid:a></p>"), ["Content-Type: image/png", "Content-ID: <a>", "", "x"]),
    ["paragraph One"],
  ],
  ["two texts", multipart("mixed", text("One"), text("Two")), ["paragraph One", "paragraph Two"]],
  [
    "a signed text",
    multipart("signed", text("One"), ["Content-Type: application/pgp-signature", "", "x"]),
    ["paragraph One"],
  ],
])("%s", (_, lines, wanted) => {
  expect(body(...lines)).toEqual(wanted);
});

test("a message that is forwarded follows as a part of its own", () => {
  const inner = ["From: Ben <ben@example.org>", "Subject: =?utf-8?Q?F=C3=A4hren?=", "", "Two."];
  expect(body(...multipart("mixed", text("One."), ["Content-Type: message/rfc822", "", ...inner]))).toEqual([
    "paragraph One.",
    "heading Fähren",
    "paragraph From: Ben <ben@example.org>",
    "paragraph Two.",
  ]);
});

// What mail programs write against the rules; the text is the same as that which others show.
test.each<[string, string, readonly number[] | string, string]>([
  ["UTF-8 that is said to be ASCII", "us-ascii", [0x45, 0x6e, 0x76, 0x6f, 0x79, 0xc3, 0xa9], "Envoyé"],
  ["ISO 8859-1 that is said to be UTF-8", "utf-8", [0x46, 0x72, 0xf6, 0x73, 0x63, 0x68, 0x65], "Frösche"],
  ["UTF-7", "utf-7", "Fr+APY-sche", "Frösche"],
  ["Japanese in ISO-2022-JP", "iso-2022-jp", "\u001b$B%F%9%H\u001b(B", "テスト"],
  ["Korean by its old name", "ks_c_5601-1987", [0xbd, 0xc4, 0xc1, 0xa6], "식제"],
])("%s", (_, charset, words, text) => {
  const body = typeof words === "string" ? Buffer.from(words, "latin1") : Buffer.from(words);
  const bytes = Buffer.concat([bytesOf([...head, `Content-Type: text/plain; charset=${charset}`, "", ""]), body]);
  expect(shape(importMail({ name: "a.eml", bytes }).content).slice(1)).toEqual([`paragraph ${text}`]);
});

test("a part that is said to be text and is none is an attachment, and the rest is read", () => {
  const binary = ["Content-Type: text/plain", "", "\u0001\u0002\u0003\u0004\u0005\u0006"];
  const { content } = mail(...multipart("mixed", text("One."), binary));
  expect(shape(content).slice(1)).toEqual(["paragraph One."]);
  expect(content.warnings.map(({ key }) => key)).toEqual(["import.attachments"]);
});

test("a report that says nothing to people is read as it says it to programs", () => {
  const status = ["Content-Type: message/delivery-status", "", "Action: failed"];
  expect(body(...multipart("report", status))).toEqual(["paragraph Action: failed"]);
  expect(body(...multipart("report", text("Not delivered."), status))).toEqual(["paragraph Not delivered."]);
});

test("texts of unknown kinds are read; forms of a text for programs are not", () => {
  expect(body("Content-Type: text/x-note", "", "One.")).toEqual(["paragraph One."]);
  const amp = ["Content-Type: text/x-amp-html", "", "<html><p>One two three four</p></html>"];
  expect(body(...multipart("alternative", text("One"), amp, html("<p>One</p>")))).toEqual(["paragraph One"]);
  const empty = html("<title>One two three</title><img src=x>");
  expect(body(...multipart("alternative", text("One two three"), empty))).toEqual(["paragraph One two three"]);
});

test("a group of addresses is shown with its name", () => {
  const { content } = mail("Cc: The council: Ada <a@example.org>, b@example.org;", ...plain, "Hello.");
  expect(content.text).toContain("Cc: The council: Ada <a@example.org>, b@example.org\n");
});

test("attachments are named with their size and not imported", () => {
  const file = [
    "Content-Type: application/pdf",
    "Content-Disposition: attachment; filename*=utf-8''%C3%A4.pdf",
    "",
    "x".repeat(3000),
  ];
  const note = ["Content-Type: text/plain", "Content-Disposition: attachment; filename=notes.txt", "", "secret"];
  const { content } = mail(...multipart("mixed", text("One"), file, note));
  expect(content.text).not.toContain("secret");
  expect(content.warnings).toEqual([
    {
      key: "import.attachments",
      values: {
        count: 2,
        files: [
          { key: "import.attachment", values: { name: "ä.pdf", size: 3 } },
          { key: "import.attachment", values: { name: "notes.txt", size: 1 } },
        ],
      },
    },
  ]);
});

test("encoding and lines are read as asked for", () => {
  const bytes = Buffer.concat([
    bytesOf([...head, "Content-Type: text/plain", "", ""]),
    Buffer.from("\xef\xf0\r\n\xe8\xe2", "latin1"),
  ]);
  const reading = { encoding: "windows-1251", lines: "join" } as const;
  expect(shape(importMail({ name: "a.eml", bytes, reading }).content).slice(1)).toEqual(["paragraph пр ив"]);
});

test.each<[string, string, readonly string[], boolean]>([
  ["a message", "a.txt", [...head, "Message-ID: <a@b>", "", "x"], true],
  ["a message of an mbox", "a", ["From a@b Tue Mar  9 10:00:00 2021", ...head, "Received: x", "", "x"], true],
  ["a plain message in a mailbox", "a.mbox", ["From a@b Tue Mar  9 10:00:00 2021", ...head, "", "x"], true],
  ["a memo", "a.txt", ["From: Ada", "To: Ben", "Subject: Ferries", "", "x"], false],
  ["a memo saved as a message", "a.eml", ["From: Ada", "To: Ben", "", "x"], true],
  ["a part without a header for people", "a.eml", ["Content-Type: text/plain", "", "x"], true],
  ["prose", "a.eml", ["Words: and more.", "", "x"], false],
  ["nothing", "a.eml", [], false],
])("%s is a message: %s", (_, name, lines, is) => {
  expect(isMail({ name, bytes: bytesOf(lines) })).toBe(is);
});

test("a mailbox is a paper of all its messages, each with its subject as heading", () => {
  const one = ["From a@b Tue Mar  9 10:00:00 2021", ...head, "", "First words.", ">From here on it rains.", ""];
  const two = [
    "From c@d Wed Mar 10 10:00:00 2021",
    "From: Ben <b@example.org>",
    "Subject: Re: Ferries",
    "",
    "Second.",
    "",
  ];
  const { content, ...mailbox } = importMail({ name: "a", bytes: bytesOf([...one, ...two]) });
  expect(mailbox).toMatchObject({ format: "eml", title: null, authors: [], date: null });
  const headings = content.blocks.filter(({ kind }) => kind === "heading");
  expect(headings.map(({ start, end }) => content.text.slice(start, end))).toEqual(["Ferries", "Re: Ferries"]);
  for (const words of ["First words.", "From here on it rains.", "From: Ben <b@example.org>", "Second."])
    expect(content.text).toContain(words);
  expect(content.text).not.toContain(">From");
  expect(importMail({ name: "a", bytes: bytesOf(one) }).title).toBe("Ferries");
});

test("a line of a message that looks like the beginning of another is none", () => {
  const list = ["From a@b Tue Mar  9 10:00:00 2021", ...head, "", "Words", "From the year 2021", "on.", ""];
  const { content, title } = importMail({ name: "a", bytes: bytesOf(list) });
  expect(title).toBe("Ferries");
  expect(content.text).toContain("From the year 2021");
});

test("a mailbox with too many messages is refused in a sentence", () => {
  const list = ["From a@b Tue Mar  9 10:00:00 2021", ...head, "", "x", ""];
  const many = Array.from({ length: 501 }, () => list).flat();
  expect(() => importMail({ name: "a", bytes: bytesOf(many) })).toThrow(
    expect.objectContaining({ code: "limit", reason: expect.objectContaining({ key: "import.mailbox" }) }),
  );
});

test("messages in messages without end are refused", () => {
  expect(() => body(...Array.from({ length: 100 }, () => "Content-Type: message/rfc822\r\n"))).toThrow(
    expect.objectContaining({ code: "limit" }),
  );
});
