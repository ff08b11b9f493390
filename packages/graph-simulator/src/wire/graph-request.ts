import type { Collection, Version } from "../collection.ts";
import { badRequest } from "../graph-error.ts";

export type GraphRequest = {
  readonly method: string;
  readonly version: Version;
  /** Below the version, decoded, as the client spelled them. */
  readonly segments: readonly string[];
  readonly parameters: URLSearchParams;
  /** Scheme and host as the client called them: links in answers begin with it. */
  readonly origin: string;
  /** Path and query, raw. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown;
  readonly tenantId: string;
  readonly clientId: string;
  readonly mayWrite: boolean;
  readonly scopes?: readonly string[] | undefined;
};

export type RawRequest = Omit<GraphRequest, "version" | "segments" | "parameters">;

/** A request with its address taken apart. */
export function toGraphRequest(raw: RawRequest): GraphRequest {
  const url = normalizeUrl(raw.url);
  const { pathname, searchParams } = new URL(url, raw.origin);
  // OData writes a key in parentheses too: `policies('id')` is `policies/id`.
  const path = decode(pathname).replaceAll(/\('([^']*)'\)/g, "/$1");
  const [version = "", ...segments] = path.split("/").filter((segment) => segment !== "");
  if (version !== "v1.0" && version !== "beta") throw badRequest(`Invalid version: ${version}`);
  return { ...raw, url, version, segments, parameters: searchParams };
}

/** What rules of throttles and faults are compared with: `METHOD /version/path?query`, decoded. */
export function toMatchText({ method, url }: Pick<GraphRequest, "method" | "url">): string {
  return `${method} ${decode(url.replaceAll("+", " "))}`;
}

/** `METHOD /version/path` with `{id}` for each id, so that requests can be counted by what they ask. */
export function makeToTemplate(collections: readonly Collection[]): (request: GraphRequest) => string {
  const names = new Set(collections.flatMap((each) => each.path.split("/")));
  return ({ method, version, segments }) => {
    const shown = segments
      .map((segment) => segment.replace(/\(\w+='.*'\)$/, "({key})"))
      .map((segment) => (!names.has(segment) && /[\d_]/.test(segment) ? "{id}" : segment));
    return `${method} /${[version, ...shown].join("/")}`;
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const option = "\\$?(?:expand|select|filter|search|top|skiptoken|count|orderby)=";
const innerMark = new RegExp(`\\?+(?=${option})`, "gi");

/** An address as other clients write it: with more than one slash at its start, or with a second `?` before an option. */
function normalizeUrl(url: string): string {
  const [, path = "", query] = /^([^?]*)(?:\?+(.*))?$/s.exec(url) ?? [];
  const normalized = path.replace(/^\/{2,}/, "/");
  return query === undefined ? normalized : `${normalized}?${query.replaceAll(innerMark, "&")}`;
}
