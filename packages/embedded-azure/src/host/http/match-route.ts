import type { RouteSegment } from "./route-template.ts";

export type RouteParams = Readonly<Record<string, string>>;

/** The route's values when the path fits the template, else undefined. Literals ignore case. */
export function matchRoute(segments: readonly RouteSegment[], path: readonly string[]): RouteParams | undefined {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === "literal") {
      if (path[index]?.toLowerCase() !== segment.text.toLowerCase()) return undefined;
      continue;
    }
    const value = segment.catchAll ? path.slice(index).join("/") : path[index];
    if (!value) return segment.optional || segment.catchAll ? params : undefined;
    if (!segment.constraints.every((allows) => allows(value))) return undefined;
    params[segment.name] = value;
    if (segment.catchAll) return params;
  }
  return path.length > segments.length ? undefined : params;
}

/** A path's segments, decoded; a malformed escape stays as it is. */
export function toPathSegments(pathname: string): readonly string[] {
  return pathname.split("/").filter(Boolean).map(decode);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
