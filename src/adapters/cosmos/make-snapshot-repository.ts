import type { Container } from "@azure/cosmos";
import { z } from "zod";
import type { SnapshotFilter, SnapshotRepository } from "../../domain/snapshot/repository.ts";
import { type Snapshot, snapshotSchema } from "../../domain/snapshot/snapshot.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { parseDocument, readable } from "./document.ts";
import { queryAll, queryCount, queryPage } from "./query-page.ts";
import { createDocument, readDocument } from "./read-document.ts";
import { toWhere } from "./where.ts";

const parseSnapshot = parseDocument(snapshotSchema, "snapshot");

/** Abandoned, of a kind that only a newer version of the product knows, or no head at all: there is no such snapshot. */
const otherHeadSchema = z.object({
  state: z
    .string()
    .default("none")
    .refine((state) => !isSealed(state)),
});
const parseHead = parseDocument(z.union([snapshotSchema, otherHeadSchema]), "snapshot");

function isSealed(state: string): state is Snapshot["state"] {
  return state === "complete" || state === "complete_with_gaps";
}

function sealedThatFit({ state, from, to }: SnapshotFilter) {
  const isSealedQuery = "c.state IN ('complete', 'complete_with_gaps')";
  const where = toWhere([
    ["c.state =", state],
    ["c.sealedAt >=", from],
    ["c.sealedAt <", to],
  ]);
  return { ...where, text: [isSealedQuery, ...(where.text === "" ? [] : [where.text])].join(" AND ") };
}

/** Heads of sealed snapshots of one tenant. */
export function makeSnapshotRepository(
  container: Container,
  { tenantId }: TenantScope,
  { abandonedTtlSeconds }: { readonly abandonedTtlSeconds: number },
  reportUnreadable: ReportUnreadable,
): SnapshotRepository {
  async function readHead(snapshotId: string): Promise<Snapshot | undefined> {
    const head = (await readDocument(container, tenantId, snapshotId, parseHead))?.value;
    return head && "rootHash" in head ? head : undefined;
  }

  return {
    seal: async (snapshot) => {
      const answer = await createDocument(container, { ...snapshot, tenantId, schemaVersion: 1 });
      if (answer === "created") return snapshot;
      return (await readHead(snapshot.id)) ?? "abandoned";
    },
    abandon: async (id, at) => {
      const document = { id, tenantId, state: "abandoned", sealedAt: at, ttl: abandonedTtlSeconds, schemaVersion: 1 };
      return (await createDocument(container, document)) === "created" ? undefined : readHead(id);
    },
    read: readHead,
    list: (filter, page) => {
      const { text, parameters } = sealedThatFit(filter);
      const query = `SELECT * FROM c WHERE ${text} ORDER BY c.sealedAt DESC, c.id DESC`;
      return queryPage(container, tenantId, { query, parameters }, page, readable(parseSnapshot, reportUnreadable));
    },
    sealedSince: async (from) => {
      const { text, parameters } = sealedThatFit(from === undefined ? {} : { from });
      const query = `SELECT TOP 100 * FROM c WHERE ${text} ORDER BY c.sealedAt ASC, c.id ASC`;
      return queryAll(container, tenantId, { query, parameters }, readable(parseSnapshot, reportUnreadable));
    },
    count: (filter) => {
      const { text, parameters } = sealedThatFit(filter);
      return queryCount(container, tenantId, { query: `SELECT VALUE COUNT(1) FROM c WHERE ${text}`, parameters });
    },
    lastCompleteAt: async () => {
      const query = "SELECT TOP 1 * FROM c WHERE c.state = 'complete' ORDER BY c.sealedAt DESC";
      return (
        (await queryAll(container, tenantId, { query }, readable(parseSnapshot, reportUnreadable)))[0]?.sealedAt ?? null
      );
    },
    newestComplete: async (types) => {
      if (types.length === 0) return undefined;
      // As `coversTypes` of keep-promise.ts has it, so that heads of other types are not read.
      const covers = types.map((_, position) => `ARRAY_CONTAINS(c.types, @t${position})`).join(" AND ");
      const parameters = types.map((value, position) => ({ name: `@t${position}`, value }));
      const query = `SELECT TOP 1 * FROM c WHERE c.state = 'complete' AND ${covers} ORDER BY c.sealedAt DESC`;
      return (await queryAll(container, tenantId, { query, parameters }, readable(parseSnapshot, reportUnreadable)))[0];
    },
  };
}
