/** Who presents the access token of a request. */
export type Caller = {
  readonly kind: "user" | "application";
  /** Object id (claim `oid`). */
  readonly id: string;
  readonly name: string;
  readonly homeTenantId: string;
  /** Object ids of the groups that the token names, all of the caller's home tenant. */
  readonly groups: readonly string[];
  /** The caller has so many groups that the token names none: they give no rights. */
  readonly groupsUnknown: boolean;
  /** What the token gives on the platform; only the platform's own home tenants can give it. */
  readonly platformRoles: readonly PlatformRole[];
};

/** What a person's token lets a client do with this API: everything that the person may. */
export const delegatedScope = "access_as_user";

/**
 * Application roles that give rights on the platform: `Platform.Admin` all of them, `Platform.Reader` to look at it. Neither
 * gives a look into a tenant's objects.
 */
export const platformRoles = ["Platform.Admin", "Platform.Reader"] as const;
export type PlatformRole = (typeof platformRoles)[number];

/** What somebody does on the platform: look at it, or change it. */
export type PlatformAct = "read" | "change";

export function mayOnPlatform({ platformRoles: held }: Pick<Caller, "platformRoles">, act: PlatformAct): boolean {
  return held.includes("Platform.Admin") || (act === "read" && held.includes("Platform.Reader"));
}
