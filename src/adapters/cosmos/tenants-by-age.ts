import type { Container } from "@azure/cosmos";
import { z } from "zod";
import { type TenantId, tenantIdSchema } from "../../domain/tenant-scope/tenant-scope.ts";
import { everywhere } from "./query-page.ts";

const activeQuery = { query: "SELECT VALUE c.tenantId FROM c WHERE c.kind = 'tenant' AND c.state = 'active'" };
const createdQuery = {
  query: "SELECT c.tenantId, c.at FROM c WHERE c.kind = 'audit' AND c.action = 'tenant.created'",
};
const createdSchema = z.object({ tenantId: z.string(), at: z.string() });

/** Active tenants by their audited creation; those that were there before anything was audited come first, by id. */
export async function tenantsByAge(container: Container): Promise<TenantId[]> {
  const created = await everywhere(container, createdQuery, (found) => createdSchema.parse(found));
  const since = new Map(created.map(({ tenantId, at }) => [tenantId, at]));
  const active = await everywhere(container, activeQuery, (id) => tenantIdSchema.parse(id));
  const keyOf = (id: TenantId): string => `${since.get(id) ?? ""} ${id}`;
  return active.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
