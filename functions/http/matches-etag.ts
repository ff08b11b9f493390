/** Whether the caller has what this ETag names: If-None-Match as RFC 9110 13.1.2 compares it, weakly. */
export function matchesEtag(ifNoneMatch: string | null, etag: string): boolean {
  const etags = (ifNoneMatch ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  return etags.includes(etag) || etags.includes("*");
}
