import type { Access } from "../access/access.ts";
import { neededActions, type Route } from "./routes.ts";
import { storageErrors } from "./rules/storage-error.ts";
import { type Call, header } from "./wire/call.ts";
import { isSigned } from "./wire/shared-key.ts";

const audience = "https://storage.azure.com";

export type Credentials = {
  readonly account: string;
  /** Base64. */
  readonly key: string;
  readonly access: Access | undefined;
};

/** The account key may do everything; a token what its owner's roles say; nobody else anything. */
export async function authorize(credentials: Credentials, call: Call, route: Route): Promise<void> {
  const [scheme, value = ""] = (header(call, "authorization") ?? "").split(" ", 2);
  if (scheme === "SharedKey") return requireSignature(credentials, call, value);
  if (scheme !== "Bearer") throw storageErrors.noAuthentication();
  const caller = await credentials.access?.callerOf(value, audience);
  if (!caller) throw storageErrors.badToken();
  const resource = call.target.level === "service" ? "blobs" : `blobs/${call.target.container}`;
  const needed = neededActions(route, call);
  if (!needed?.every((action) => credentials.access?.may(caller, action, resource))) throw storageErrors.noPermission();
}

function requireSignature({ account, key }: Credentials, call: Call, value: string): void {
  const [name, signature = ""] = value.split(":", 2);
  if (name !== account || !isSigned(call, account, key, signature)) throw storageErrors.badSignature();
}
