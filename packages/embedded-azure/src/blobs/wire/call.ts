import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { storageErrors } from "../rules/storage-error.ts";

/** What a request is about: the account, a container, or a blob in it. */
export type Target =
  | { readonly level: "service" }
  | { readonly level: "container"; readonly container: string }
  | { readonly level: "blob"; readonly container: string; readonly name: string };

export type Call = {
  readonly method: string;
  /** As it came over the wire, still encoded: the key's signature is over it. */
  readonly path: string;
  readonly target: Target;
  /** Names in lower case, as the service compares them. */
  readonly query: ReadonlyMap<string, string>;
  readonly headers: IncomingHttpHeaders;
  readonly request: IncomingMessage;
};

/** Reads the address of a request: `/account/container/blob/with/slashes?query`. */
export function parseCall(request: IncomingMessage, account: string): Call {
  const url = request.url ?? "/";
  const [path = "/", search = ""] = splitOnce(url, "?");
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(search)) query.set(name.toLowerCase(), value);
  const target = parseTarget(path, account);
  return { method: request.method ?? "GET", path, target, query, headers: request.headers, request };
}

function parseTarget(path: string, account: string): Target {
  const [first, rest = ""] = splitOnce(decodePath(path.slice(1)), "/");
  if (first !== account) throw storageErrors.unknownAccount();
  if (rest === "") return { level: "service" };
  const [container = "", name = ""] = splitOnce(rest, "/");
  if (!/^[a-z0-9](-?[a-z0-9]){2,62}$/.test(container)) throw storageErrors.badName();
  if (name === "") return { level: "container", container };
  // https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata
  if (name.length > 1_024) throw storageErrors.badName();
  return { level: "blob", container, name };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw storageErrors.badName();
  }
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** A header that comes once. */
export function header(call: Pick<Call, "headers">, name: string): string | undefined {
  const value = call.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}
