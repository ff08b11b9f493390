import type { GraphRequest } from "../wire/graph-request.ts";

/** An object of the directory by one of its alternate keys. */
export type ObjectKey = { readonly by: string; readonly key: string };

/** What set-up asks the directory for. Whatever else there is in a directory is not served. */
export type DirectoryTarget =
  | { readonly kind: "application"; readonly object: ObjectKey }
  | { readonly kind: "servicePrincipal"; readonly object: ObjectKey }
  | { readonly kind: "credentials"; readonly application: ObjectKey }
  | { readonly kind: "credential"; readonly application: ObjectKey; readonly object: ObjectKey };

const keyedPattern = /^(\w+)\((\w+)='((?:[^']|'')*)'\)$/;

const keysOf: Readonly<Record<string, readonly string[]>> = {
  applications: ["uniqueName", "appId"],
  serviceprincipals: ["appId"],
  federatedidentitycredentials: ["name"],
};

/** The target of a request by an alternate key, such as `/applications(uniqueName='...')`; undefined for all others. */
export function findDirectoryTarget({ segments }: Pick<GraphRequest, "segments">): DirectoryTarget | undefined {
  const [first = "", second, ...more] = segments;
  if (more.length > 0) return undefined;
  const principal = keyedIn(first, "servicePrincipals");
  if (principal && second === undefined) return { kind: "servicePrincipal", object: principal };
  const application = keyedIn(first, "applications");
  if (!application) return undefined;
  if (second === undefined) return { kind: "application", object: application };
  if (second.toLowerCase() === "federatedidentitycredentials") return { kind: "credentials", application };
  const credential = keyedIn(second, "federatedIdentityCredentials");
  return credential && { kind: "credential", application, object: credential };
}

function keyedIn(segment: string, collection: string): ObjectKey | undefined {
  const [, name = "", by = "", key = ""] = keyedPattern.exec(segment) ?? [];
  if (name.toLowerCase() !== collection.toLowerCase()) return undefined;
  const known = keysOf[collection.toLowerCase()]?.find((each) => each.toLowerCase() === by.toLowerCase());
  return known === undefined ? undefined : { by: known, key: key.replaceAll("''", "'") };
}
