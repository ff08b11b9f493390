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
 * Opens a scope, for one of three reasons, named for the reader: the caller's right was checked (`authorised`), a run or
 * its fleet works on that tenant (`run`), or a timer or a page of the platform looks after all tenants (`aggregated`).
 */
export function openTenantScope(tenantId: TenantId, _reason: "authorised" | "run" | "aggregated"): TenantScope {
  // The brand exists in types only; only this function applies it.
  return { tenantId } as TenantScope;
}
