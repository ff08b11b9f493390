import type { Container } from "@azure/cosmos";
import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import { idempotencyRecordSchema } from "../../domain/operation-run/idempotency.ts";
import { activeWriter } from "../../domain/operation-run/lifecycle.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunRepository } from "../../domain/operation-run/repository.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { runBatch } from "./batch.ts";
import { countRuns } from "./count-runs.ts";
import { parseDocument, readable, toDocument } from "./document.ts";
import type { EndedRuns } from "./ended-runs.ts";
import { listActiveRuns, listRuns } from "./list-runs.ts";
import { makeRunChanges, parseRun } from "./make-run-changes.ts";
import { queryAll } from "./query-page.ts";
import { createDocument, isPossibleId, readDocument } from "./read-document.ts";
import { readRetries, readRunHistory } from "./read-run-history.ts";
import {
  createOf,
  idempotencyOperation,
  type RecordRetention,
  recordOperations,
  selectionId,
} from "./record-operations.ts";
import { callCosmos } from "./translate-error.ts";

const parseRecord = parseDocument(idempotencyRecordSchema);
const parseSelection = parseDocument(z.object({ types: z.string() }));

/** Seconds that a run is kept after its end, and who joined it. */
export type RunRetention = RecordRetention & { readonly runTtlSeconds: number; readonly joinTtlSeconds: number };

/** Runs of one tenant, with the records that are written beside them. */
export function makeRunRepository(
  { tenantData: container, endedRuns }: { readonly tenantData: Container; readonly endedRuns: EndedRuns },
  { tenantId }: TenantScope,
  newId: () => string,
  retention: RunRetention,
  reportUnreadable: ReportUnreadable,
): RunRepository {
  async function read(runId: string): Promise<OperationRun | undefined> {
    if (!isPossibleId(runId)) return undefined;
    const answer = await callCosmos(() => container.item(runId, tenantId).read(), [404]);
    if (!("value" in answer) || answer.value.resource === undefined) return undefined;
    const document: unknown = answer.value.resource;
    return isRun(document) ? parseRun(document) : undefined;
  }

  function runsWhere(condition: `c.${string}`, value: string): Promise<OperationRun[]> {
    const query = `SELECT * FROM c WHERE c.kind = 'run' AND ${condition}`;
    return queryAll(container, tenantId, { query, parameters: [{ name: "@value", value }] }, parseRun);
  }

  const listed = { container, tenantId, endedRuns, parse: readable(parseRun, reportUnreadable) };
  return {
    read,
    create: async (run, records) => {
      const operations = [createOf("run", run.id, tenantId, run), ...recordOperations(records, tenantId, retention)];
      const answer = await runBatch(container, tenantId, operations, [409]);
      return answer === "done" ? "created" : "taken";
    },
    findActive: async (activeKey) => (await runsWhere("c.activeKey = @value", activeKey))[0],
    ...makeRunChanges(container, tenantId, retention, read),
    ...makeWriterQueries(runsWhere),
    join: async (runId, { id: callerId, name, at }, once) => {
      const joined = { runId, callerId, name, at, ttl: retention.joinTtlSeconds };
      await createDocument(container, toDocument("join", `${runId}-join-${once ?? newId()}`, tenantId, joined));
    },
    selectedTypes: async (runId) => {
      const found = await readDocument(container, tenantId, selectionId(runId), parseSelection);
      if (!found) throw new Fault("conflict", "The object types of this run are not visible yet.", { target: runId });
      return found.value.types.split(" ");
    },
    history: (runId) => readRunHistory(container, tenantId, runId),
    retriesOf: (runId) => readRetries(container, tenantId, runId),
    ...makeIdempotencyRecords(container, tenantId, retention),
    list: (filter, page) => listRuns(listed, filter, page),
    listActive: (most) => listActiveRuns(listed, most),
    count: (filter) => countRuns(container, tenantId, filter),
  };
}

type RunsWhere = (condition: `c.${string}`, value: string) => Promise<OperationRun[]>;

/** Who writes to the tenant, and who waits for that, oldest first. */
function makeWriterQueries(runsWhere: RunsWhere): Pick<RunRepository, "findWriter" | "findWaiters"> {
  return {
    findWriter: async () => (await runsWhere("c.writeKey = @value", activeWriter))[0],
    findWaiters: async (writerId) => {
      const waiters = await runsWhere("c.status = 'queued' AND c.waitingFor = @value", writerId);
      return waiters.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    },
  };
}

/** Idempotency records: which run a caller's key stands for. */
function makeIdempotencyRecords(
  container: Container,
  tenantId: string,
  retention: RunRetention,
): Pick<RunRepository, "idempotencyRecord" | "addIdempotencyRecord" | "removeIdempotencyRecord"> {
  return {
    idempotencyRecord: async (id) => (await readDocument(container, tenantId, id, parseRecord))?.value,
    addIdempotencyRecord: async (record) => {
      const { resourceBody } = idempotencyOperation(record, tenantId, retention);
      return (await createDocument(container, resourceBody)) === "created" ? "added" : "taken";
    },
    removeIdempotencyRecord: async ({ id, runId }) => {
      const known = await readDocument(container, tenantId, id, parseRecord);
      if (known?.value.runId !== runId) return;
      const options = { accessCondition: { type: "IfMatch", condition: known.etag } };
      await callCosmos(() => container.item(id, tenantId).delete(options), [404, 412]);
    },
  };
}

function isRun(document: unknown): boolean {
  return typeof document === "object" && document !== null && "kind" in document && document.kind === "run";
}
