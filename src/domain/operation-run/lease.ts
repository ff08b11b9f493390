import { z } from "zod";

/** Ownership of a part of a tenant, such as a service group: whoever holds it is the only one that works there (runs.md 5). */
export const leaseSchema = z.object({
  group: z.string(),
  runId: z.string(),
  attempt: z.int().min(1),
  /** One invocation of one activity; a doubled activity has another. */
  holder: z.string(),
  expiresAt: z.iso.datetime(),
});

export type Lease = z.infer<typeof leaseSchema>;

export type LeaseAnswer = { readonly kind: "held" } | { readonly kind: "busy"; readonly until: string };

/** Leases of one tenant scope. */
export type LeaseRepository = {
  /** Takes the lease, or renews it when its holder asks again; busy while another holder's has not expired. */
  acquire(lease: Lease, now: string): Promise<LeaseAnswer>;
  /** Gives the lease up if it is still this holder's. */
  release(group: string, holder: string): Promise<void>;
};
