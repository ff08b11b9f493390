/** Who presents the access token of a request. */
export type Caller = {
  readonly kind: "user" | "application";
  /** Object id (claim `oid`). */
  readonly id: string;
  readonly name: string;
  readonly homeTenantId: string;
  /** Application roles of the token; `Platform.Admin` gives the platform rights. */
  readonly appRoles: readonly string[];
};

export const platformRole = "Platform.Admin";

export function isPlatformAdmin(caller: Caller): boolean {
  return caller.appRoles.includes(platformRole);
}
