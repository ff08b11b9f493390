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

/** What a person's token lets a client do with this API: everything that the person may. */
export const delegatedScope = "access_as_user";

export const platformRole = "Platform.Admin";

export function isPlatformAdmin(caller: Caller): boolean {
  return caller.appRoles.includes(platformRole);
}
