import type { IncomingMessage } from "node:http";
import type { HttpData, Nullable } from "../typed-data.ts";
import type { RouteParams } from "./match-route.ts";

/** The request as the library expects it; repeated headers and query values are joined with a comma, as the host does. */
export function toHttpData(request: IncomingMessage, url: URL, params: RouteParams, body: Buffer): HttpData {
  return {
    method: request.method ?? "GET",
    url: url.href,
    nullableHeaders: toNullable(
      Object.entries(request.headersDistinct).map(([name, values]) => [name, joined(values)]),
    ),
    nullableQuery: toNullable(
      [...new Set(url.searchParams.keys())].map((key) => [key, joined(url.searchParams.getAll(key))]),
    ),
    nullableParams: toNullable(Object.entries(params)),
    ...(body.length > 0 ? { body: { bytes: body } } : {}),
  };
}

function toNullable(entries: readonly (readonly [string, string])[]): Record<string, Nullable<string>> {
  return Object.fromEntries(entries.map(([key, value]) => [key, { value }]));
}

function joined(values: readonly string[] | undefined): string {
  return (values ?? []).join(",");
}
