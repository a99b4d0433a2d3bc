/** The oldest Node that the program runs on, `[major, minor]`: `engines` in package.json. */
export const oldestNode = [22, 12] as const;

/**
 * Why a Node is too old to run the program, null when it is not. `version` is as in `process.versions.node`. A checkout
 * brings its own Node for npm's scripts, which a bare `stancemark` or `node out/main/cli.js` does not take.
 */
export function tooOld(version: string): string | null {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldest, least] = oldestNode;
  if (major > oldest || (major === oldest && minor >= least)) return null;
  return `Node ${version} is too old. Stancemark needs Node ${oldest}.${least} or newer (nodejs.org). In a checkout, "npm run -s stancemark -- …" brings its own.`;
}
