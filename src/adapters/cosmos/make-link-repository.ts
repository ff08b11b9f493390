import type { Container, SqlQuerySpec } from "@azure/cosmos";
import { z } from "zod";
import { storedCodeSchema } from "../../domain/error/error-codes.ts";
import { Fault } from "../../domain/error/fault.ts";
import { toTally } from "../../domain/fleet/fleet-counts.ts";
import { type Link, type LinkState, linkSchema, linkStates } from "../../domain/fleet/link.ts";
import type { LinkRepository } from "../../domain/fleet/repository.ts";
import { type TenantId, type TenantScope, tenantIdSchema } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { runBatch } from "./batch.ts";
import { parseDocument, readable } from "./document.ts";
import { setAt } from "./patch.ts";
import { queryAll, queryPage } from "./query-page.ts";
import { readDocument } from "./read-document.ts";
import { createOf, selectionId } from "./record-operations.ts";
import { callCosmos } from "./translate-error.ts";
import { toWhere } from "./where.ts";

const parseLink = parseDocument(linkSchema);
const parseSelection = parseDocument(z.looseObject({ tenants: z.string() }));
const parseCount = (row: unknown): number => z.int().parse(row);
const parseReason = (row: unknown) => storedCodeSchema.nullable().parse(row);

// As the composite index has it (config/storage.json): the platform's partition holds the links of all fleet runs.
const inOrder = "ORDER BY c.parentRunId ASC, c.state ASC, c.objects DESC";

/** Links of fleet runs; each is a document of its own, so nothing is hot however many tenants there are. */
export function makeLinkRepository(
  container: Container,
  { tenantId }: TenantScope,
  { linkTtlSeconds: ttl }: { readonly linkTtlSeconds: number },
  reportUnreadable: ReportUnreadable,
): LinkRepository {
  const toLink = readable(parseLink, reportUnreadable);
  const all = <T>(query: SqlQuerySpec, parse: (row: unknown) => T | undefined): Promise<T[]> =>
    queryAll(container, tenantId, query, parse);
  const countIn = async (parentRunId: string, state: LinkState): Promise<number> =>
    (await all(query("VALUE COUNT(1)", parentRunId, state), parseCount))[0] ?? 0;
  return {
    selection: async (parentRunId) => {
      const found = await readDocument(container, tenantId, selectionId(parentRunId), parseSelection);
      if (!found) throw new Fault("conflict", "The tenants of this run are not visible yet.", { target: parentRunId });
      return toTenants(found.value.tenants);
    },
    linkedTenants: async (parentRunId, state) =>
      new Set(await all(query("VALUE c.childTenantId", parentRunId, state), (row) => tenantIdSchema.parse(row))),
    create: async (links) => {
      const operations = links.map((link) => createOf("link", linkId(link), tenantId, { ...link, ttl }));
      if ((await runBatch(container, tenantId, operations, [409])) === "done") return;
      throw new Fault("conflict", "Somebody else makes the same links.");
    },
    inState: (parentRunId, state, limit) =>
      all(query(`TOP ${Math.trunc(limit)} *`, parentRunId, state, inOrder), toLink),
    active: () => all({ query: "SELECT * FROM c WHERE c.kind = 'link' AND c.state = 'active'" }, toLink),
    change: async (link, change) => {
      // The state is one of a closed list: no caller text reaches the predicate.
      const condition = `FROM c WHERE c.state = '${link.state}'`;
      const operations = Object.entries(change).map(([name, value]) => setAt(`/${name}`, value));
      await callCosmos(() => container.item(linkId(link), tenantId).patch({ condition, operations }), [404, 412]);
    },
    tally: async (parentRunId) => {
      const counts = await Promise.all(
        linkStates.map(async (state) => [state, await countIn(parentRunId, state)] as const),
      );
      const byState = new Map(counts);
      return toTally((state) => byState.get(state) ?? 0);
    },
    reasons: async (parentRunId) => {
      const found = await all(reasonsQuery(parentRunId), parseReason);
      const known = found.flatMap((code) => code ?? []);
      return new Map([...Map.groupBy(known, (code) => code)].map(([code, members]) => [code, members.length]));
    },
    list: (parentRunId, state, page) =>
      queryPage(container, tenantId, query("*", parentRunId, state, inOrder), page, toLink),
  };
}

function query(what: string, parentRunId: string, state: LinkState | undefined, order = "") {
  const where = toWhere([
    ["c.kind =", "link"],
    ["c.parentRunId =", parentRunId],
    ["c.state =", state],
  ]);
  return { query: `SELECT ${what} FROM c WHERE ${where.text} ${order}`, parameters: where.parameters };
}

function reasonsQuery(parentRunId: string): SqlQuerySpec {
  const ended = "('partially_succeeded', 'failed', 'cancelled', 'skipped')";
  return {
    query: `SELECT VALUE c.code FROM c WHERE c.kind = 'link' AND c.parentRunId = @parent AND c.state IN ${ended}`,
    parameters: [{ name: "@parent", value: parentRunId }],
  };
}

function linkId({ parentRunId, childTenantId }: Link): string {
  return `link-${parentRunId}-${childTenantId}`;
}

function toTenants(text: string): TenantId[] {
  return text === "" ? [] : text.split(" ").map((id) => tenantIdSchema.parse(id));
}
