import type { Container, SqlParameter } from "@azure/cosmos";
import { z } from "zod";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunFilter } from "../../domain/operation-run/repository.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import type { TenantId } from "../../domain/tenant-scope/tenant-scope.ts";
import type { EndedRuns } from "./ended-runs.ts";
import { inList } from "./in-list.ts";
import { queryAll, queryPage } from "./query-page.ts";
import { toWhere } from "./where.ts";

/** What reads runs of one tenant. */
export type RunsOfTenant = {
  readonly container: Container;
  readonly tenantId: TenantId;
  readonly endedRuns: EndedRuns;
  readonly parse: (document: unknown) => OperationRun | undefined;
};

const rowSchema = z.object({ id: z.string(), status: z.string() });

/**
 * Runs that fit the filter, newest first. The query names them, and only those are read that are active, or that this
 * process has not read since their end: a list of 50 that is polled every two seconds is mostly known.
 */
export async function listRuns(of: RunsOfTenant, filter: RunFilter, page: PageRequest): Promise<Page<OperationRun>> {
  const { text, parameters } = runsThatFit(filter);
  const query = `SELECT c.id, c.status FROM c WHERE ${text} ORDER BY c.createdAt DESC, c.id DESC`;
  const toRow = (row: unknown) => rowSchema.parse(row);
  const { items: rows, nextPage } = await queryPage(of.container, of.tenantId, { query, parameters }, page, toRow);
  const known = rows.flatMap(({ id, status }) =>
    status === "completed" ? (of.endedRuns.get(of.tenantId, id) ?? []) : [],
  );
  const found = new Map(known.map((run) => [run.id, run]));
  for (const run of await readRuns(
    of,
    rows.map(({ id }) => id).filter((id) => !found.has(id)),
  ))
    found.set(run.id, run);
  return { items: rows.flatMap(({ id }) => found.get(id) ?? []), nextPage };
}

// Far below what one query may name.
const mostNamed = 200;

async function readRuns(
  { container, tenantId, endedRuns, parse }: RunsOfTenant,
  ids: string[],
): Promise<OperationRun[]> {
  const runs: OperationRun[] = [];
  for (let start = 0; start < ids.length; start += mostNamed) {
    const { names, parameters } = inList(ids.slice(start, start + mostNamed));
    const query = `SELECT * FROM c WHERE c.id IN (${names})`;
    runs.push(...(await queryAll(container, tenantId, { query, parameters }, parse)));
  }
  for (const run of runs) endedRuns.keep(run);
  return runs;
}

/** Runs that are not completed, newest first. */
export function listActiveRuns({ container, tenantId, parse }: RunsOfTenant, most: number): Promise<OperationRun[]> {
  const condition = "c.kind = 'run' AND c.status IN ('queued', 'running')";
  const query = `SELECT TOP ${Math.trunc(most)} * FROM c WHERE ${condition} ORDER BY c.createdAt DESC, c.id DESC`;
  return queryAll(container, tenantId, { query }, parse);
}

/** The condition of a query for runs that fit the filter, and its parameters. */
export function runsThatFit(filter: RunFilter): { text: string; parameters: SqlParameter[] } {
  const where = toWhere([
    ["c.kind =", "run"],
    ["c.status =", filter.status],
    ["c.outcome =", filter.outcome],
    ["c.type =", filter.type],
    ["c.initiator.id =", filter.initiator],
    ["c.createdAt >=", filter.from],
    ["c.createdAt <", filter.to],
  ]);
  const text = filter.text === undefined ? noText : textCondition(filter.text);
  return { text: where.text + text.condition, parameters: [...where.parameters, ...text.parameters] };
}

const noText = { condition: "", parameters: [] };

/** Text of a run that people remember: its id, label, initiator's name, or the code of a failure. */
function textCondition(text: string): { condition: string; parameters: SqlParameter[] } {
  const positions = [
    "c.id = @text",
    "CONTAINS(c.input.label, @text, true)",
    "CONTAINS(c.initiator.name, @text, true)",
    "ARRAY_CONTAINS(c.failures, @failure, true)",
  ];
  const parameters = [
    { name: "@text", value: text },
    { name: "@failure", value: { code: text } },
  ];
  return { condition: ` AND (${positions.join(" OR ")})`, parameters };
}
