/** The paths of fields that reading fills in, in a JSON schema of what is read. */
export function filledIn(schema: unknown, path: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "default" in schema && path !== "" ? [path] : [];
  return [...own, ...Object.entries(schema).flatMap(([key, part]) => filledIn(part, `${path}/${key}`))];
}
