import { createHash } from "node:crypto";
import type { Access } from "../../access/access.ts";
import type { DirectoryApi, DirectoryApp, DirectoryTenant, DirectoryUser } from "../directory.ts";
import type { DirectoryState } from "../directory-state.ts";
import { entraErrors } from "../entra-error.ts";
import type { IssuedToken, Tokens } from "../tokens.ts";

/** What every grant looks into. */
export type GrantContext = {
  readonly tenants: ReadonlyMap<string, DirectoryTenant>;
  readonly apps: ReadonlyMap<string, DirectoryApp>;
  readonly users: readonly DirectoryUser[];
  readonly api: DirectoryApi;
  readonly state: DirectoryState;
  readonly tokens: Tokens;
  readonly access: Access;
  readonly nowMs: () => number;
  /** `https://localhost:PORT`; read at each use, because a free port is known only when the server listens. */
  readonly authority: () => string;
};

/** `tenant` is the segment of the path: a tenant's id, or a word such as `organizations`. */
export type TokenRequest = { readonly tenant: string; readonly form: URLSearchParams };

export type TokenAnswer = Readonly<Record<string, unknown>>;

/** Authorities that mean "the home tenant of whoever signs in". */
export const anyTenant: ReadonlySet<string> = new Set(["organizations", "common"]);

export function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw entraErrors.missingParameter(name);
  return value;
}

export function requireTenant(context: GrantContext, tenant: string): DirectoryTenant {
  const found = context.tenants.get(tenant.toLowerCase());
  if (!found) throw entraErrors.unknownTenant(tenant);
  return found;
}

export function requireApp(context: GrantContext, tenant: string, appId: string): DirectoryApp {
  const app = context.apps.get(appId.toLowerCase());
  if (!app) throw entraErrors.unknownApp(appId, tenant);
  if (context.state.isDisabled(app.clientId)) throw entraErrors.disabledApp(appId);
  return app;
}

/** Object id of an application's service principal: another one in each tenant, and the same one every time. */
export function servicePrincipalId(tenantId: string, appId: string): string {
  const hex = createHash("sha256").update(`${tenantId}/${appId}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function toAnswer(context: GrantContext, issued: IssuedToken): TokenAnswer {
  const seconds = Math.round((issued.expiresAtMs - context.nowMs()) / 1000);
  return { token_type: "Bearer", expires_in: seconds, ext_expires_in: seconds, access_token: issued.token };
}
