import { z } from "zod";

declare const checked: unique symbol;

/**
 * The right to touch the data of exactly one tenant. Repositories are obtained for a scope and take no tenant id
 * afterwards (P5.1), so a forgotten check does not compile.
 */
export type TenantScope = { readonly tenantId: TenantId; readonly [checked]: true };

/** An Entra tenant id in lower case, or `platform` for what belongs to no tenant. */
export const tenantIdSchema = z.union([z.guid().toLowerCase(), z.literal("platform")]).brand<"TenantId">();

export type TenantId = z.infer<typeof tenantIdSchema>;

/** The partition of what belongs to no tenant. */
export const platformId: TenantId = tenantIdSchema.parse("platform");

/**
 * Opens a scope. Called in three places only: by `authorise` after the membership was checked, by the dispatcher for
 * the run that its message names, and by the activities of that run. The reason is named for the reader.
 */
export function openTenantScope(tenantId: TenantId, _reason: "authorised" | "run" | "aggregated"): TenantScope {
  // The brand exists in types only; this function is the one place that gives it.
  return { tenantId } as TenantScope;
}
