import type { Container, OperationInput } from "@azure/cosmos";
import { type DigestHead, digestHeadSchema, noDigest } from "../../domain/audit/digest.ts";
import type { AuditFilter, AuditRepository, VersionedHead } from "../../domain/audit/repository.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { parseAuditView, toAuditDocument, toSealable, toStanding } from "./audit-document.ts";
import { runBatch } from "./batch.ts";
import { parseDocument, readable, toDocument } from "./document.ts";
import { setAt } from "./patch.ts";
import { queryAll, queryPage } from "./query-page.ts";
import { createDocument, readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";
import { toWhere } from "./where.ts";

// One by one: a transaction would be refused as a whole for one entry that says something by now.
const writesAtOnce = 16;

const headId = "auditHead";
const parseHead = parseDocument(digestHeadSchema, "auditHead");

/** Audit entries of one tenant, and the head of its digests. */
export function makeAuditRepository(
  container: Container,
  { tenantId }: TenantScope,
  reportUnreadable: ReportUnreadable,
): AuditRepository {
  return {
    add: async (entry) => {
      await createDocument(container, toAuditDocument(entry, tenantId));
    },
    list: (filter, page) =>
      queryPage(container, tenantId, toQuery(filter), page, readable(parseAuditView, reportUnreadable)),
    head: async () => {
      const known = await readDocument(container, tenantId, headId, parseHead);
      return known ? { ...known.value, version: known.etag } : { ...noDigest, version: null };
    },
    unsealed: (most) => {
      const query = `SELECT TOP ${Math.trunc(most)} * FROM c WHERE c.kind = 'audit' AND c.digest = 0 ORDER BY c.at, c.id`;
      return queryAll(container, tenantId, { query }, toSealable);
    },
    seal: (digest, from, entryIds) => {
      const marks = entryIds.map((id) => markOf(id, digest.number));
      return sealAll(container, tenantId, headOperation(tenantId, digest, from), marks);
    },
    inDigest: (number) => {
      const query = "SELECT * FROM c WHERE c.kind = 'audit' AND c.digest = @number";
      return queryAll(container, tenantId, { query, parameters: [{ name: "@number", value: number }] }, toSealable);
    },
    standingOf: async (entryId) => (await readDocument(container, tenantId, entryId, toStanding))?.value,
    standings: (page) => {
      const query = "SELECT c.id, c.at, c.digest FROM c WHERE c.kind = 'audit'";
      return queryPage(container, tenantId, { query }, page, toStanding);
    },
    awaitDigest: async (entryIds) => {
      const body = { condition: "FROM c WHERE NOT IS_DEFINED(c.digest)", operations: [setAt("/digest", 0)] };
      await mapAtOnce(entryIds, writesAtOnce, (id) =>
        callCosmos(() => container.item(id, tenantId).patch(body), [404, 412]),
      );
    },
  };
}

function toQuery(filter: AuditFilter) {
  const { text, parameters } = toWhere([
    ["c.kind =", "audit"],
    ["c.actor.id =", filter.actor],
    ["c.action =", filter.action],
    ["c.target =", filter.target],
    ["c.at >=", filter.from],
    ["c.at <", filter.to],
  ]);
  return { query: `SELECT * FROM c WHERE ${text} ORDER BY c.at DESC, c.id DESC`, parameters };
}

function headOperation(tenantId: string, { number, hash }: DigestHead, { version }: VersionedHead): OperationInput {
  // JSONObject of the SDK forbids undefined values; there are none here.
  const resourceBody = toDocument("auditHead", headId, tenantId, { number, hash }) as never;
  if (version === null) return { operationType: "Create", resourceBody };
  return { operationType: "Replace", id: headId, resourceBody, ifMatch: version };
}

/** Moves the head and marks what is there and fits; what does not is taken out, one by one: it is seldom there. */
async function sealAll(
  container: Container,
  tenantId: string,
  head: OperationInput,
  marks: readonly OperationInput[],
): Promise<"sealed" | "moved_on"> {
  const operations = [head, ...marks];
  for (;;) {
    const answer = await runBatch(container, tenantId, operations, [404, 409, 412]);
    if (answer === "done") return "sealed";
    if (answer.failedAt === 0) return "moved_on";
    operations.splice(answer.failedAt, 1);
  }
}

function markOf(id: string, digest: number): OperationInput {
  const resourceBody = { condition: "FROM c WHERE c.digest = 0", operations: [setAt("/digest", digest)] };
  return { operationType: "Patch", id, resourceBody };
}
