import { intunePaths } from "../graph/no-intune.ts";
import type { ObjectTypeContract } from "../graph/object-type-contract.ts";

/** A licence that object types need. */
export type KnownLicence = {
  /** As contracts name it. */
  readonly plan: string;
  /** Names of the service plans of subscriptions that hold it. */
  readonly servicePlans: RegExp;
  /** Whether everything of Intune needs it, not only what names it. */
  readonly coversIntune: boolean;
};

export function needsLicence({ path, licence }: ObjectTypeContract, { plan, coversIntune }: KnownLicence): boolean {
  return coversIntune ? intunePaths.test(path) : licence === plan;
}
