import type { AuditEntry } from "../audit/audit-entry.ts";
import type { TenantSwitches } from "../capability/limits.ts";
import type { Notification } from "../notification/notification.ts";
import type { HeldRole, Membership } from "./membership.ts";
import type { Tenant } from "./tenant.ts";

/** What the owners have switched; `version` is an entity tag, in quotes. */
export type VersionedSwitches = { readonly switches: TenantSwitches; readonly version: string };

/** A tenant as it was read; `version` is an entity tag, in quotes. */
export type VersionedTenant = { readonly tenant: Tenant; readonly version: string };

export type TenantChange = {
  /** The version that the change was decided on. */
  readonly version: string;
  readonly changes: Partial<Pick<Tenant, "name" | "timeZone" | "labels" | "state" | "stateReason">>;
  readonly audit: AuditEntry;
};

export const ownerKinds = ["user", "group", "application"] as const;

/** The membership that a tenant begins with. */
export type FirstOwner = {
  /** Object id in its home tenant. */
  readonly principalId: string;
  readonly principalKind: (typeof ownerKinds)[number];
  readonly name: string;
  readonly homeTenantId: string;
  readonly addedAt: string;
  readonly addedBy: AuditEntry["actor"];
};

export type MemberChange = {
  /** Of the tenant, as the change was decided on. */
  readonly version: string;
  readonly principalId: string;
  /** Null takes it away. */
  readonly member: Membership | null;
  readonly audit: AuditEntry;
  /** To people of the tenant, of what only has to be told. */
  readonly told: readonly Notification[];
};

/** Why no request to Microsoft Graph is made, as a permanent code. */
export type GraphStop = "tenant_paused" | "tenant_suspended" | "tenant_archived";

/** Of one tenant scope. */
export type TenantRepository = {
  read(): Promise<Tenant | undefined>;
  readVersion(): Promise<VersionedTenant | undefined>;
  /** With its first owner and the audit entry, in one transaction; `exists` when it is there already, and nothing is written. */
  create(tenant: Tenant, owner: FirstOwner, audit: AuditEntry): Promise<"created" | "exists">;
  /** With its audit entry, in one transaction; `moved_on` when somebody wrote the tenant since that version. */
  change(change: TenantChange): Promise<"changed" | "moved_on">;
  /**
   * Why requests to Microsoft Graph are stopped: for this tenant, or for all in the platform's scope, which can only be
   * paused; null when they are not.
   */
  graphStop(): Promise<GraphStop | null>;
  /** Changes that with its audit entry, in one transaction; nothing is written when it is so already. */
  setGraphPaused(paused: boolean, audit: AuditEntry): Promise<void>;
  switches(): Promise<VersionedSwitches>;
  /** With the audit entry, in one transaction; `moved_on` when they are of another version by now. */
  replaceSwitches(change: VersionedSwitches & { readonly audit: AuditEntry }): Promise<"replaced" | "moved_on">;
  /**
   * Writes a member, or takes one away, with its audit entry, notifications and a mark on the tenant, in one transaction; `moved_on` when
   * somebody wrote the tenant since that version, so that of two changes at once the second looks again.
   */
  changeMember(change: MemberChange): Promise<"changed" | "moved_on">;
  /** Of these principals, those that have one: one point read for one of them, one query for more. */
  membershipsOf(principalIds: readonly [string, ...string[]]): Promise<readonly HeldRole[]>;
  members(): Promise<readonly Membership[]>;
};
