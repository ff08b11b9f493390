import { findTarget } from "./answers/find-target.ts";
import type { Collection } from "./collection.ts";
import { findDirectoryTarget } from "./directory/find-directory-target.ts";
import { GraphError } from "./graph-error.ts";
import type { GraphRequest } from "./wire/graph-request.ts";

/**
 * Everything that this server carries out, as path shapes (surface.md): `{collection}` is a row of the table of
 * collections, and `{child}` is any path below an item that the row allows.
 */
export const graphOperations = [
  "POST /$batch",
  "POST /directoryObjects/getByIds",
  "GET /{collection}",
  "GET /{collection}/delta",
  "GET /{collection}/{id}",
  "GET /{collection}/{id}/{child}",
  "GET /{collection}/{id}/{property}",
  "GET /{collection}/{id}/getOmaSettingPlainTextValue({key})",
  "POST /{collection}",
  "PATCH /{collection}/{id}",
  "PUT /{collection}/{id}",
  "DELETE /{collection}/{id}",
  "POST /{collection}/{id}/assign",
  "GET /applications({key})",
  "PATCH /applications({key})",
  "GET /servicePrincipals({key})",
  "PATCH /servicePrincipals({key})",
  "GET /applications({key})/federatedIdentityCredentials",
  "PATCH /applications({key})/federatedIdentityCredentials({key})",
] as const;

export type GraphOperation = (typeof graphOperations)[number];

const shapes = {
  getByIds: "/directoryObjects/getByIds",
  list: "/{collection}",
  delta: "/{collection}/delta",
  item: "/{collection}/{id}",
  child: "/{collection}/{id}/{child}",
  property: "/{collection}/{id}/{property}",
  omaValue: "/{collection}/{id}/getOmaSettingPlainTextValue({key})",
  assign: "/{collection}/{id}/assign",
  application: "/applications({key})",
  servicePrincipal: "/servicePrincipals({key})",
  credentials: "/applications({key})/federatedIdentityCredentials",
  credential: "/applications({key})/federatedIdentityCredentials({key})",
} as const;

/** The operation of a request, or undefined for one that is refused because it is not on the list. */
export function operationOf(
  request: Pick<GraphRequest, "method" | "version" | "segments">,
  rows: readonly Collection[],
): GraphOperation | undefined {
  const { method, segments } = request;
  const shape = /^(\$|%24)batch$/i.test(segments.join("/")) ? "/$batch" : shapeOf(request, rows);
  return graphOperations.find((each) => each === `${method} ${shape}`);
}

function shapeOf(request: Pick<GraphRequest, "version" | "segments">, rows: readonly Collection[]): string | undefined {
  try {
    return shapes[(findDirectoryTarget(request) ?? findTarget(request, rows)).kind];
  } catch (error) {
    if (error instanceof GraphError) return undefined;
    throw error;
  }
}
