/** What an address of the http app asks for when no route of the API has it. */
export type PortalPath =
  | { readonly kind: "api" }
  | { readonly kind: "page" }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "nothing" };

/** Below these stand ids of others, such as that of an object in Intune: they may hold a dot, and no file lies there. */
const pagesOnly = /^(?:tenants|platform)\//;

/**
 * Elsewhere whoever writes a dot means a file: the portal's other addresses have none. Files have plain names,
 * so one that is written in escapes is nobody's; neither is what holds a control character, a backslash, or an escape in
 * an escape.
 */
export function parsePortalPath(url: string): PortalPath {
  const path = new URL(url).pathname.replace(/^\/+/, "");
  const decoded = decode(path);
  if (decoded !== undefined && pagesOnly.test(path)) return { kind: "page" };
  if (decoded === undefined || /[\p{Cc}\\%]/u.test(decoded)) return { kind: "nothing" };
  if (/^\/*api(?:\/|$)/i.test(decoded)) return { kind: "api" };
  if (path === "index.html" || !decoded.includes(".")) return { kind: "page" };
  return path === decoded ? { kind: "file", path } : { kind: "nothing" };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
