import type { Membership, Tenant } from "./tenant.ts";

/** Of one tenant scope. */
export type TenantRepository = {
  read(): Promise<Tenant | undefined>;
  /** Writes the tenant's state when it differs from what is stored. */
  setState(state: Tenant["state"], reason: string | null): Promise<void>;
  membershipOf(principalId: string): Promise<Membership | undefined>;
  members(): Promise<readonly Membership[]>;
};
