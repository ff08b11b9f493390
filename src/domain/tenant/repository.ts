import type { AuditEntry } from "../audit/audit-entry.ts";
import type { TenantSwitches } from "../capability/limits.ts";
import type { Membership, Tenant } from "./tenant.ts";

/** What the owners have switched; `version` is an entity tag, in quotes. */
export type VersionedSwitches = { readonly switches: TenantSwitches; readonly version: string };

/** Of one tenant scope. */
export type TenantRepository = {
  read(): Promise<Tenant | undefined>;
  /** Writes the tenant's state when it differs from what is stored. */
  setState(state: Tenant["state"], reason: string | null): Promise<void>;
  /** Whether requests to Microsoft Graph are stopped: for this tenant, or for all in the platform's scope. */
  isGraphPaused(): Promise<boolean>;
  /** Changes that with its audit entry, in one transaction; nothing is written when it is so already. */
  setGraphPaused(paused: boolean, audit: AuditEntry): Promise<void>;
  switches(): Promise<VersionedSwitches>;
  /** With the audit entry, in one transaction; `moved_on` when they are of another version by now. */
  replaceSwitches(change: VersionedSwitches & { readonly audit: AuditEntry }): Promise<"replaced" | "moved_on">;
  membershipOf(principalId: string): Promise<Membership | undefined>;
  members(): Promise<readonly Membership[]>;
};
