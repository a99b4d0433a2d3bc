import fc from "fast-check";

const paths = ["Water", "Water/Price", "Water/Price/Low", "Roads"];

/** Any small table of claims. */
export const anyStatements = fc.array(
  fc.record({
    actor: fc.constantFrom("A", "B", "C", null),
    issues: fc.array(
      fc
        .tuple(fc.constantFrom(...paths), fc.constantFrom("+", "-", "0", "?", "."))
        .map(([path, sign]) => `${path} ${sign}`),
      { maxLength: 3 },
    ),
    paper: fc.constantFrom("One", "Two"),
  }),
  { maxLength: 12 },
);
