import type { Cloud } from "../graph/cloud.ts";
import type { RestoreLevel } from "./capability.ts";

/** What this installation allows, whatever contracts offer. */
export type ProductLimits = {
  readonly cloud: Cloud;
  /** The most that a restore of any type may do. */
  readonly mostRestore: RestoreLevel;
  /** Types that are switched off, with the reason that people are shown. */
  readonly withheld: Readonly<Record<string, string>>;
};

/** What one tenant allows, within the product's limits. */
export type TenantSwitches = {
  readonly mostRestore: RestoreLevel;
  readonly withheld: readonly string[];
};

/** A tenant that has switched nothing. */
export const openSwitches: TenantSwitches = { mostRestore: "enabled", withheld: [] };
