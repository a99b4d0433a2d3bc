/**
 * What an ICU message needs is read from its text by the compiler: plural arguments are numbers, dates and times ISO
 * instants, the rest is free.
 */

/**
 * What an argument may be. A message inside a message is printed in the same language, a list as the language joins
 * words.
 */
export type MessageValue = string | number | Message | readonly (string | Message)[];

/**
 * What is said, apart from the language it is said in: the key of a sentence in the catalogue and its arguments.
 */
export type Message = Readonly<{ key: string; values: Readonly<{ [name: string]: MessageValue }> }>;

type Kinds = { plural: number; select: string };

/** The arguments of an ICU message, with the type of each. */
export type ArgumentsOf<Text extends string> =
  InText<Text, [], never> extends infer Found
    ? { readonly [Name in Extract<Found, readonly [string, unknown]>[0]]: Extract<Found, readonly [Name, unknown]>[1] }
    : never;

/**
 * Inside words. `Stack` says what is around: `"options"` for each plural or select, `"text"` for each of their options.
 */
type InText<Text extends string, Stack extends readonly string[], Found> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${infer _}}${infer Rest}`
    ? Closed<`${Rest}{${After}`, Stack, Found>
    : Opened<After, Stack, Found>
  : Text extends `${infer _}}${infer Rest}`
    ? Closed<Rest, Stack, Found>
    : Found;

type Opened<After extends string, Stack extends readonly string[], Found> = After extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name}, ${infer Kind extends "plural" | "select"}, ${infer _}`
    ? After extends `${Name}, ${Kind}, ${infer Options}`
      ? InOptions<Options, [...Stack, "text"], Found | [Name, Kinds[Kind]]>
      : never
    : Head extends `${infer Name}, number`
      ? InText<Rest, Stack, Found | [Name, number]>
      : Head extends `${infer Name}, ${"date" | "time"}, ${string}`
        ? InText<Rest, Stack, Found | [Name, string]>
        : InText<Rest, Stack, Found | [Head, MessageValue]>
  : Found;

/** Between the options of a plural or a select: up to the next that opens, or to the end of all. */
type InOptions<
  Text extends string,
  Stack extends readonly string[],
  Found,
> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${infer _}}${infer Rest}`
    ? Left<`${Rest}{${After}`, Stack, Found>
    : InText<After, [...Stack, "options"], Found>
  : Text extends `${infer _}}${infer Rest}`
    ? Left<Rest, Stack, Found>
    : Found;

/** An option has ended. */
type Closed<Rest extends string, Stack extends readonly string[], Found> = Stack extends [
  ...infer Outer extends string[],
  "options",
]
  ? InOptions<Rest, Outer, Found>
  : Found;

/** A plural or a select has ended. */
type Left<Rest extends string, Stack extends readonly string[], Found> = Stack extends [
  ...infer Outer extends string[],
  "text",
]
  ? InText<Rest, Outer, Found>
  : Found;
