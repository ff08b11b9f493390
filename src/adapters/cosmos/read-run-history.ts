import type { Container } from "@azure/cosmos";
import { z } from "zod";
import { auditEntrySchema } from "../../domain/audit/audit-entry.ts";
import { joinSchema, type RunHistory } from "../../domain/operation-run/run-detail.ts";
import { parseDocument } from "./document.ts";
import { queryAll } from "./query-page.ts";

const parseAudit = parseDocument(auditEntrySchema);
const parseId = (row: unknown): string => z.object({ id: z.string() }).parse(row).id;
const storedJoinSchema = joinSchema.omit({ id: true }).extend({ callerId: z.string() });
const parseJoin = parseDocument(storedJoinSchema);

/** What lies beside a run in its tenant's partition: audit entries and joins. */
export async function readRunHistory(
  container: Container,
  tenantId: string,
  runId: string,
): Promise<Omit<RunHistory, "retries">> {
  const about = aboutRun(container, tenantId, runId);
  const [audit, joins] = await Promise.all([
    about("SELECT * FROM c WHERE c.kind = 'audit' AND c.target = @runId", parseAudit),
    about("SELECT * FROM c WHERE c.kind = 'join' AND c.runId = @runId", parseJoin),
  ]);
  return { audit, joins: joins.map(({ callerId, name, at }) => ({ id: callerId, name, at })) };
}

/** Ids of the runs that repeat a run. */
export function readRetries(container: Container, tenantId: string, runId: string): Promise<string[]> {
  const about = aboutRun(container, tenantId, runId);
  return about("SELECT c.id FROM c WHERE c.kind = 'run' AND c.retryOf = @runId", parseId);
}

function aboutRun(container: Container, tenantId: string, runId: string) {
  return <T>(query: string, parse: (document: unknown) => T): Promise<T[]> =>
    queryAll(container, tenantId, { query, parameters: [{ name: "@runId", value: runId }] }, parse);
}
