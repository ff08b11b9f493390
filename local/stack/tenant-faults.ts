import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";
import type { DirectoryTenant } from "@tenantpilot/embedded-azure/entra/directory";
import { z } from "zod";
import { graphReadApp } from "./identities.ts";
import type { Servers } from "./start-servers.ts";

/** Id or name. */
const tenant = z.string().min(1);

/**
 * What a tenant has of what it needs: a licence for a collection of Graph, consent to the reading application. It has
 * both until a plan says otherwise, and then keeps what the plan said, in the data folder, until another says otherwise.
 */
export const tenantFaultsSchema = z.object({
  licences: z.array(z.strictObject({ tenant, collection: z.string(), licensed: z.boolean() })).default([]),
  consents: z.array(z.strictObject({ tenant, given: z.boolean() })).default([]),
});

export type TenantFaults = z.output<typeof tenantFaultsSchema>;

/** Throws CannotStart when a tenant or a collection is not there. */
export async function applyTenantFaults(
  { graph, entra }: Pick<Servers, "graph" | "entra">,
  tenants: readonly DirectoryTenant[],
  { licences, consents }: TenantFaults,
): Promise<void> {
  for (const { tenant: named, collection, licensed } of licences) {
    if (!graph.control.collections().includes(collection)) {
      throw new CannotStart(`The fault plan names a collection that Graph does not have: ${collection}.`);
    }
    graph.control.setLicence(idOf(tenants, named), collection, licensed);
  }
  for (const { tenant: named, given } of consents) {
    await entra.control.setConsent(idOf(tenants, named), graphReadApp.clientId, given);
  }
}

function idOf(tenants: readonly DirectoryTenant[], named: string): string {
  const found = tenants.find(({ id, name }) => id === named || name === named);
  if (found) return found.id;
  const known = tenants.map(({ name }) => name).join(", ");
  throw new CannotStart(`The fault plan names a tenant that is not there: ${named}. There are: ${known}.`);
}
