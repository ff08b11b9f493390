import type { IncomingMessage } from "node:http";
import type { HttpData, Nullable } from "../typed-data.ts";
import type { RouteParams } from "./match-route.ts";

/** The request as the library expects it; repeated query values are joined with a comma, as the host does. */
export function toHttpData(request: IncomingMessage, url: URL, params: RouteParams, body: Buffer): HttpData {
  return {
    method: request.method ?? "GET",
    url: url.href,
    nullableHeaders: toNullable(Object.entries(request.headers).map(([name, value]) => [name, joined(value)])),
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

function joined(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : (value ?? []).join(",");
}
