import { z } from "zod";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";
import { knownValue } from "../unreadable/known-value.ts";

/** Each is told, with what enters and leaves it, in tenant-life.ts. */
export const tenantStates = ["pending_consent", "active", "attention", "suspended", "archived"] as const;

/** A customer tenant as the product knows it; document id `tenant` in the tenant's own partition. */
export const tenantSchema = z.object({
  tenantId: tenantIdSchema,
  name: z.string().min(1),
  /** IANA name; schedules are computed in it. */
  timeZone: z.string(),
  state: knownValue(tenantStates),
  /** Of `attention` a permanent code; of `suspended` and `archived` what the person wrote who did it. */
  stateReason: z.string().nullable(),
  paused: z.boolean(),
  /** What selects it for lists and runs over several tenants; an older document has none. */
  labels: z.array(z.string()).default([]),
});

export type Tenant = z.infer<typeof tenantSchema>;
