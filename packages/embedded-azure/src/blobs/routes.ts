import type { Action } from "../access/access.ts";
import { deletePolicy, setMetadata, setPolicy, setProperties } from "./operations/change-version.ts";
import { containerProperties, createContainer, listContainers } from "./operations/containers.ts";
import { deleteBlob } from "./operations/delete-blob.ts";
import { getBlob, getProperties } from "./operations/get-blob.ts";
import { listBlobs } from "./operations/list-blobs.ts";
import type { Operation } from "./operations/operation.ts";
import { putBlob } from "./operations/put-blob.ts";
import { storageErrors } from "./rules/storage-error.ts";
import { type Call, header, type Target } from "./wire/call.ts";

export type Route = {
  readonly name: string;
  readonly level: Target["level"];
  readonly method: string;
  readonly comp?: string;
  /** What a token's owner needs on the container; without it only the account key will do. */
  readonly action?: Action;
  /** The same when the call names a version. */
  readonly versionAction?: Action;
  /** Query parameters beside `comp`, `restype` and `timeout`. */
  readonly query: readonly string[];
  /** `x-ms-` headers beside those of every request. Others are refused: to ignore one would answer a wrong success. */
  readonly headers: readonly string[];
  readonly run: Operation;
};

const contentHeaders = [
  "x-ms-blob-content-type",
  "x-ms-blob-content-encoding",
  "x-ms-blob-content-language",
  "x-ms-blob-content-disposition",
  "x-ms-blob-cache-control",
  "x-ms-blob-content-md5",
];
const policyHeaders = ["x-ms-immutability-policy-until-date", "x-ms-immutability-policy-mode"];
const everyHeader = ["x-ms-version", "x-ms-date", "x-ms-client-request-id", "x-ms-return-client-request-id"];
const listQuery = ["prefix", "delimiter", "marker", "maxresults", "include"];

const read = "blobs/read";
const write = "blobs/write";
const nothing: readonly string[] = [];

const onService = { level: "service", query: nothing, headers: nothing } as const;
const onContainer = { level: "container", query: nothing, headers: nothing } as const;
const onBlob = { level: "blob", query: nothing, headers: nothing } as const;
const onVersion = { level: "blob", query: ["versionid"], headers: nothing } as const;

const containerRoutes: readonly Route[] = [
  { ...onService, name: "ListContainers", method: "GET", comp: "list", run: listContainers },
  { ...onContainer, name: "CreateContainer", method: "PUT", run: createContainer },
  { ...onContainer, name: "GetContainer", method: "GET", action: read, run: containerProperties },
  { ...onContainer, name: "GetContainer", method: "HEAD", action: read, run: containerProperties },
  { ...onContainer, name: "ListBlobs", method: "GET", comp: "list", action: read, query: listQuery, run: listBlobs },
];

const putHeaders = [...contentHeaders, ...policyHeaders, "x-ms-meta-*", "x-ms-blob-type"];
// In Azure `.../blobs/immutableStorage/runAsSuperUser/action`, which no role of the product has.
const policies = { ...onVersion, comp: "immutabilitypolicies", action: "blobs/setPolicy" } as const;
const removal = { ...onVersion, action: "blobs/delete", versionAction: "blobs/deleteVersion" } as const;
const properties = { ...onBlob, comp: "properties", action: write, headers: contentHeaders } as const;
const metadata = { ...onBlob, comp: "metadata", action: write, headers: ["x-ms-meta-*"] } as const;

const blobRoutes: readonly Route[] = [
  { ...onBlob, name: "PutBlob", method: "PUT", action: write, headers: putHeaders, run: putBlob },
  { ...metadata, name: "SetBlobMetadata", method: "PUT", run: setMetadata },
  { ...properties, name: "SetBlobProperties", method: "PUT", run: setProperties },
  { ...policies, name: "SetImmutabilityPolicy", method: "PUT", headers: policyHeaders, run: setPolicy },
  { ...policies, name: "DeleteImmutabilityPolicy", method: "DELETE", run: deletePolicy },
  { ...onVersion, name: "GetBlob", method: "GET", action: read, headers: ["x-ms-range"], run: getBlob },
  { ...onVersion, name: "GetBlobProperties", method: "HEAD", action: read, run: getProperties },
  { ...removal, name: "DeleteBlob", method: "DELETE", run: deleteBlob },
];

/** What a token's owner needs for a call; undefined when only the account key will do. An upload with a policy sets it too. */
export function neededActions({ action, versionAction }: Route, call: Call): readonly Action[] | undefined {
  const own = call.query.has("versionid") ? (versionAction ?? action) : action;
  const asksPolicy = policyHeaders.some((name) => header(call, name) !== undefined);
  return own && (asksPolicy ? [own, "blobs/setPolicy"] : [own]);
}

/** Everything that this server does. */
const routes: readonly Route[] = [...containerRoutes, ...blobRoutes];

/** The names under which the server counts (local/surface.md). */
export const blobOperations: readonly string[] = [...new Set(routes.map(({ name }) => name))];

/** The route of a call, when this server supports all of what the call asks for. */
export function findRoute(call: Call): Route {
  const comp = call.query.get("comp")?.toLowerCase();
  const atLevel = routes.filter((route) => route.level === call.target.level && route.comp === comp);
  if (atLevel.length === 0) throw storageErrors.unsupportedQuery(comp === undefined ? "restype" : "comp");
  const route = atLevel.find((candidate) => candidate.method === call.method);
  if (!route) throw storageErrors.unsupportedVerb(call.method);
  requireKnownQuery(call, route);
  requireKnownHeaders(call, route);
  return route;
}

function requireKnownQuery(call: Call, route: Route): void {
  const restype = route.level === "container" ? "container" : undefined;
  if (call.query.get("restype")?.toLowerCase() !== restype) throw storageErrors.unsupportedQuery("restype");
  const known = new Set(["comp", "restype", "timeout", ...route.query]);
  for (const name of call.query.keys()) if (!known.has(name)) throw storageErrors.unsupportedQuery(name);
}

function requireKnownHeaders(call: Call, route: Route): void {
  const known = new Set([...everyHeader, ...route.headers]);
  const isKnown = (name: string) => known.has(name.startsWith("x-ms-meta-") ? "x-ms-meta-*" : name);
  const unknown = Object.keys(call.headers).find((name) => name.startsWith("x-ms-") && !isKnown(name));
  if (unknown) throw storageErrors.unsupportedHeader(unknown);
  // With a token the version decides which rules hold, and the service insists on it.
  if (header(call, "x-ms-version") === undefined) throw storageErrors.missingHeader("x-ms-version");
}
