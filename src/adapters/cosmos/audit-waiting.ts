import type { Container } from "@azure/cosmos";
import { z } from "zod";
import type { WaitingTenant } from "../../domain/store/aggregation.ts";
import { type TenantId, tenantIdSchema } from "../../domain/tenant-scope/tenant-scope.ts";
import { everywhere } from "./query-page.ts";

const waitingSchema = z.object({ tenantId: tenantIdSchema, at: z.string() });
const unmarkedSchema = z.object({ tenantId: tenantIdSchema, id: z.string() });

// More than a round seals in its time; the next one finds the others.
const mostWaiting = 20_000;

/** Equality alone, so that an index answers where nothing waits. */
export async function waitingForDigest(container: Container): Promise<WaitingTenant[]> {
  const query = `SELECT TOP ${mostWaiting} c.tenantId, c.at FROM c WHERE c.kind = 'audit' AND c.digest = 0`;
  const rows = await everywhere(container, { query }, (row) => waitingSchema.parse(row));
  const byTenant = Map.groupBy(rows, ({ tenantId }) => tenantId);
  return [...byTenant].map(([tenantId, entries]) => ({
    tenantId,
    oldestAt: entries.map(({ at }) => at).sort()[0] ?? "",
  }));
}

export function withoutDigest(container: Container, most: number): Promise<{ tenantId: TenantId; id: string }[]> {
  const top = `SELECT TOP ${Math.trunc(most)} c.tenantId, c.id`;
  const query = `${top} FROM c WHERE c.kind = 'audit' AND NOT IS_DEFINED(c.digest)`;
  return everywhere(container, { query }, (row) => unmarkedSchema.parse(row));
}
