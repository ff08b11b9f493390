import { z } from "zod";
import type { Cloud } from "../graph/cloud.ts";
import { type RestoreLevel, restoreLevelSchema } from "./capability.ts";

/** What this installation allows, whatever contracts offer. */
export type ProductLimits = {
  readonly cloud: Cloud;
  /** The most that a restore of any type may do. */
  readonly mostRestore: RestoreLevel;
  /** Types that are switched off, with the reason that people are shown. */
  readonly withheld: Readonly<Record<string, string>>;
};

/** What the owners of one tenant allow, within the product's limits. */
export const tenantSwitchesSchema = z
  .object({
    /** The most that a restore of any type may do. */
    mostRestore: restoreLevelSchema,
    /** Object types that are not read and not written. */
    withheld: z.array(z.string()),
    /** Object types of high risk that may be more than previewed. */
    highRiskEnabled: z.array(z.string()),
  })
  .meta({ id: "TenantSettings" });

export type TenantSwitches = z.infer<typeof tenantSwitchesSchema>;

/** A tenant whose owners have switched nothing. */
export const openSwitches: TenantSwitches = { mostRestore: "enabled", withheld: [], highRiskEnabled: [] };
