/** Whether the caller has what this ETag names: If-None-Match as RFC 9110 13.1.2 compares it, weakly. */
export function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const wanted = (ifNoneMatch ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  return wanted.includes(etag) || wanted.includes("*");
}
