import type { Container, SqlQuerySpec } from "@azure/cosmos";
import { z } from "zod";
import { operationRunSchema } from "../../domain/operation-run/operation-run.ts";
import { invalidPage } from "../../domain/paging/invalid-page.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import {
  type OverviewFilter,
  type OverviewTotals,
  type TenantOverview,
  tenantOverviewSchema,
} from "../../domain/platform/tenant-overview.ts";
import type { Schedule } from "../../domain/schedule/schedule.ts";
import { type Tenant, tenantSchema } from "../../domain/tenant/tenant.ts";
import type { ReportUnreadable, Unreadable } from "../../domain/unreadable/unreadable.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { parseDocument, readable } from "./document.ts";
import { parseSchedule } from "./make-schedule-repository.ts";
import { parsePageToken, toPageToken } from "./page-token.ts";
import { everywhere, queryAll } from "./query-page.ts";
import { readReadinessCounts } from "./read-readiness-counts.ts";

const parseTenant = parseDocument(tenantSchema);
const parseRun = parseDocument(operationRunSchema);
const itemSchema = tenantOverviewSchema.omit({ lastComplete: true, readiness: true });

// A small query a tenant, within its own partition.
const tenantsAtOnce = 16;

/**
 * A page of all tenants by name and id. The position is in the query and not a continuation token: those of an ordered
 * query over all partitions cannot be handed to callers.
 */
export async function readOverview(
  tenantData: Container,
  filter: OverviewFilter,
  { limit, page }: PageRequest,
  reportUnreadable: ReportUnreadable,
): Promise<Page<OverviewItem> & { readonly unreadable: readonly Unreadable[] }> {
  const unreadable: Unreadable[] = [];
  const collectUnreadable: ReportUnreadable = (document) => {
    unreadable.push(document);
    reportUnreadable(document);
  };
  const only = await narrowed(tenantData, filter);
  const after = parsePosition(page);
  const toTenant = readable(parseTenant, collectUnreadable);
  const toRow = (document: unknown) => ({ ...positionSchema.parse(document), document });
  const query = tenantsQuery(filter, only, after, limit + 1);
  const found = only?.length === 0 ? [] : await everywhere(tenantData, query, toRow);
  // The position counts every row, also one that cannot be shown.
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const shown = rows.flatMap(({ document }) => toTenant(document) ?? []);
  const [allBroken, checked] = await Promise.all([
    brokenOf(tenantData, shown, collectUnreadable),
    readReadinessCounts(
      tenantData,
      shown.map(({ tenantId }) => tenantId),
      collectUnreadable,
    ),
  ]);
  const broken = Map.groupBy(allBroken, ({ tenantId }) => tenantId);
  const items = await mapAtOnce(shown, tenantsAtOnce, async (tenant) => ({
    ...(await toOverview(tenantData, tenant, broken.get(tenant.tenantId) ?? [], collectUnreadable)),
    readiness: checked.get(tenant.tenantId) ?? null,
  }));
  const nextPage = found.length > limit && last ? toPageToken(`${last.tenantId} ${last.name}`) : null;
  return { items, nextPage, unreadable };
}

type OverviewItem = Omit<TenantOverview, "lastComplete">;

const positionSchema = z.object({ tenantId: z.string(), name: z.string().catch("") });

type Position = { readonly tenantId: string; readonly name: string };

function parsePosition(page: string | null): Position | undefined {
  const text = parsePageToken(page);
  if (text === undefined) return undefined;
  const { tenantId, name } = /^(?<tenantId>[0-9a-f-]{36}) (?<name>.+)$/s.exec(text)?.groups ?? {};
  if (tenantId === undefined || name === undefined) throw invalidPage();
  return { tenantId, name };
}

/** Ids of the tenants that it may be about; undefined for all. */
async function narrowed(
  container: Container,
  { promise, only }: OverviewFilter,
): Promise<readonly string[] | undefined> {
  if (promise !== "broken" || only?.length === 0) return only;
  const broken = await tenantsWithBrokenPromise(container);
  const allowed = new Set<string>(only);
  return only ? broken.filter((id) => allowed.has(id)) : broken;
}

function tenantsQuery(
  { state, text, label }: OverviewFilter,
  only: readonly string[] | undefined,
  after: Position | undefined,
  limit: number,
): SqlQuerySpec {
  const conditions = [
    "c.kind = 'tenant'",
    ...(state ? ["c.state = @state"] : []),
    ...(text ? ["CONTAINS(c.name, @text, true)"] : []),
    ...(label ? ["ARRAY_CONTAINS(c.labels, @label)"] : []),
    ...(only ? ["ARRAY_CONTAINS(@only, c.tenantId)"] : []),
    ...(after ? ["(c.name > @name OR (c.name = @name AND c.tenantId > @tenantId))"] : []),
  ];
  const parameters = [
    ...(state ? [{ name: "@state", value: state }] : []),
    ...(text ? [{ name: "@text", value: text }] : []),
    ...(label ? [{ name: "@label", value: label }] : []),
    ...(only ? [{ name: "@only", value: [...only] }] : []),
    ...(after
      ? [
          { name: "@name", value: after.name },
          { name: "@tenantId", value: after.tenantId },
        ]
      : []),
  ];
  const order = "ORDER BY c.name ASC, c.tenantId ASC";
  return { query: `SELECT TOP ${Math.trunc(limit)} * FROM c WHERE ${conditions.join(" AND ")} ${order}`, parameters };
}

async function toOverview(
  tenantData: Container,
  { tenantId, name, state, stateReason, paused, labels }: Tenant,
  broken: readonly Schedule[],
  reportUnreadable: ReportUnreadable,
): Promise<Omit<OverviewItem, "readiness">> {
  const newestRun = "SELECT TOP 1 * FROM c WHERE c.kind = 'run' ORDER BY c.createdAt DESC";
  const [lastRun] = await queryAll(tenantData, tenantId, { query: newestRun }, readable(parseRun, reportUnreadable));
  return itemSchema.parse({
    id: tenantId,
    name,
    state,
    stateReason,
    paused,
    labels,
    lastRun: lastRun ?? null,
    brokenPromises: broken.map(toBroken),
  });
}

function toBroken({ id, promiseHours, promise }: Schedule): TenantOverview["brokenPromises"][number] {
  return { scheduleId: id, promiseHours, since: promise.since, lastCompleteAt: promise.lastCompleteAt };
}

async function tenantsWithBrokenPromise(container: Container): Promise<string[]> {
  const query = "SELECT VALUE c.tenantId FROM c WHERE c.kind = 'schedule' AND c.promise.state = 'broken'";
  return [...new Set(await everywhere(container, { query }, (row) => z.string().parse(row)))];
}

function brokenOf(
  container: Container,
  tenants: readonly Tenant[],
  reportUnreadable: ReportUnreadable,
): Promise<Schedule[]> {
  const query = {
    query:
      "SELECT * FROM c WHERE c.kind = 'schedule' AND c.promise.state = 'broken' AND ARRAY_CONTAINS(@of, c.tenantId)",
    parameters: [{ name: "@of", value: tenants.map(({ tenantId }) => tenantId) }],
  };
  return tenants.length === 0
    ? Promise.resolve([])
    : everywhere(container, query, readable(parseSchedule, reportUnreadable));
}

/** Counted by the database. */
export async function readOverviewTotals(container: Container): Promise<OverviewTotals> {
  const count = async (condition: string): Promise<number> => {
    const query = `SELECT VALUE COUNT(1) FROM c WHERE ${condition}`;
    return (await everywhere(container, { query }, (row) => z.int().parse(row)))[0] ?? 0;
  };
  const [tenants, attention, paused, brokenPromises] = await Promise.all([
    count("c.kind = 'tenant'"),
    count("c.kind = 'tenant' AND c.state = 'attention'"),
    count("c.kind = 'tenant' AND c.paused = true"),
    count("c.kind = 'schedule' AND c.promise.state = 'broken'"),
  ]);
  return { tenants, attention, paused, brokenPromises };
}
