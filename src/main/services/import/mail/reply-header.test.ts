import { parseFragment } from "parse5";
import { expect, test } from "vitest";
import { isElement } from "../web/tree.ts";
import { beginningOf, startsWithHeader } from "./reply-header.ts";

test.each([
  ["From: Ben\nSent: Tuesday\nTo: Ada", true],
  ["*From:* Ben\n*Date:* Tuesday\n*Subject:* Fares", true],
  ["من: بن\nتم الإرسال: الثلاثاء 9 مارس 2021\nإلى: آدا\nالموضوع: الرسوم", true],
  ["منجانب: بن\nبتاریخ: منگل 9 مارچ 2021\nبنام: آدا\nموضوع: کرائے", true],
  ["发件人：本\n发送时间：2021年3月9日\n收件人：艾达", true],
  [`From: ${"a@example.org; ".repeat(60)}\nSent: Tuesday\nTo: Ada`, false],
  ["To: Ada\nSent: Tuesday\nFrom: Ben", false],
  ["From: the ferry\nTo: the island", false],
  ["They come from: Ben\nSent: Tuesday\nTo: Ada", false],
])("%j begins with the header of another message: %s", (text, isHeader) => {
  expect(startsWithHeader(text)).toBe(isHeader);
});

test("the first words of an element are read as far as a header may reach, however deep they are", () => {
  const element = (html: string) => {
    const found = parseFragment(html).childNodes.find(isElement);
    if (found === undefined) throw new Error("There is no element.");
    return found;
  };
  expect(beginningOf(element("<div><style>a</style><p><b>From:</b> Ben<br>Sent: now</p><p>To: Ada</p></div>"))).toMatch(
    /^ ?From: {1,2}Ben\nSent: now {1,2}To: Ada/,
  );
  expect(beginningOf(element(`<div>${"<p>words</p>".repeat(100_000)}</div>`)).length).toBeLessThan(2000);
  expect(beginningOf(element(`${"<div>".repeat(20_000)}deep`))).toContain("deep");
});
