import { z } from "zod";
import type { Message } from "./arguments.ts";
import { languageTags } from "./message.ts";

/** One level of messages; a message inside it is one level below, so that foreign data cannot nest without end. */
function messageOf(inner: z.ZodType<Message>): z.ZodType<Message> {
  const word = z.union([z.string().max(4000), inner]);
  return z.strictObject({
    key: z.string().min(1).max(100),
    values: z.record(z.string().max(50), z.union([z.string().max(4000), z.number(), inner, z.array(word).max(1000)])),
  });
}

/** A message as data, with at most three others one inside the other. */
export const MessageSchema = messageOf(messageOf(messageOf(messageOf(z.never()))));

/** A language that the program speaks. */
export const LanguageSchema = z.enum(languageTags);

/** What a change is called: a message, or words as older libraries and foreign programs have it. */
export const LabelSchema = z.union([z.string().min(1).max(300), MessageSchema]);
