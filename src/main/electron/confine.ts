import type { Session, WebContents } from "electron";

/**
 * The scheme of the window's own files, which no other program can open. Links to claims have another (`launch.ts`).
 */
export const appScheme = "stancemark-app";

/** Where the window's page lives. What it stores is bound to this origin, so it must never change. */
export const appOrigin = `${appScheme}://app`;

/** Whether an address belongs to our own page. */
export function isOurs(url: string): boolean {
  return url.startsWith(`${appOrigin}/`);
}

/** Pictures and files the page makes itself are addressed so; they come from no network. */
const madeHere = ["data:", `blob:${appOrigin}/`];

/** Let a session answer nothing but our own page: no network, no permission, no device, no download. */
export function confineSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !isOurs(url) && !madeHere.some((start) => url.startsWith(start)) }),
  );
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
}

/** Keep a page where it is: it goes nowhere else, opens nothing, embeds nothing and calls nobody. */
export function confineContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  for (const event of ["will-navigate", "will-frame-navigate", "will-redirect"] as const)
    contents.on(event as "will-navigate", (details) => {
      if (!isOurs(details.url)) details.preventDefault();
    });
  contents.on("will-attach-webview", (event) => event.preventDefault());
  // Connections of WebRTC pass by the session's request filter; the page's policy forbids them too.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}
