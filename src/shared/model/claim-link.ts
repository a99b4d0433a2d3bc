/** The scheme of links to claims, which the installers register with the system. */
export const linkScheme = "stancemark";

/** The address that opens a claim in the desktop app: `stancemark://claim/ID`. */
export function linkOfClaim(id: string): string {
  return `${linkScheme}://claim/${id}`;
}

/** The claim that a link names, by its identifier or a part of it; null for any other address. */
export function claimOfLink(address: string): string | null {
  return /^stancemark:\/\/claim\/([0-9a-f-]{4,36})\/?$/i.exec(address)?.[1]?.toLowerCase() ?? null;
}
