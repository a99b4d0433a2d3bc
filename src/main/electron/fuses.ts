/**
 * What the packaged app can do no more (electron/docs/tutorial/fuses.md). Whoever can start a program as the reader
 * cannot use ours as a Node interpreter, nor attach to it, nor swap its code. electron-builder sets them
 * (`e2e/packaging/configuration.ts`). Cookies are not encrypted since there are none, and macOS would ask for the
 * keychain's password.
 */
export const fuses = [
  ["RunAsNode", false],
  ["EnableCookieEncryption", false],
  ["EnableNodeOptionsEnvironmentVariable", false],
  ["EnableNodeCliInspectArguments", false],
  ["EnableEmbeddedAsarIntegrityValidation", true],
  ["OnlyLoadAppFromAsar", true],
  ["LoadBrowserProcessSpecificV8Snapshot", false],
  ["GrantFileProtocolExtraPrivileges", false],
] as const;
