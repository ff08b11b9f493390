import { z } from "zod";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";
import { knownValue } from "../unreadable/known-value.ts";
import { roles } from "./rights.ts";

/** A customer tenant as the product knows it; document id `tenant` in the tenant's own partition. */
export const tenantSchema = z.object({
  tenantId: tenantIdSchema,
  name: z.string().min(1),
  /** IANA name; schedules are computed in it. */
  timeZone: z.string(),
  /** `attention`: Graph refused the tenant's sign-in (consent or credential); the next success clears it. */
  state: knownValue(["active", "attention"]),
  stateReason: z.string().nullable(),
  paused: z.boolean(),
});

export type Tenant = z.infer<typeof tenantSchema>;

/** One person's or application's role in one tenant. */
export const membershipSchema = z.object({
  tenantId: tenantIdSchema,
  /** Object id of the user or service principal in its home tenant. */
  principalId: z.string().min(1),
  role: knownValue(roles),
});

export type Membership = z.infer<typeof membershipSchema>;
