import type { DirectoryApi } from "./directory.ts";
import { toAudience } from "./resources.ts";

/** What a person's token lets the client do in the API: everything that the person may. */
export const delegatedScope = "access_as_user";

/** Scopes about the sign-in itself; all others name a resource. */
const signInScopes = new Set(["openid", "profile", "email", "offline_access"]);

/** Whether the scopes of a request, in one text, name the API of the directory and no other resource. */
export function isForApi(api: DirectoryApi, scope: string): boolean {
  const requested = scope.split(" ").filter((part) => part !== "" && !signInScopes.has(part));
  const resources = requested.map((part) => part.slice(0, part.lastIndexOf("/")));
  return requested.length > 0 && resources.every((each) => toAudience(each, api) === api.clientId);
}
