import type { Container, SqlParameter } from "@azure/cosmos";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunFilter } from "../../domain/operation-run/repository.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import { queryAll, queryPage } from "./query-page.ts";
import { toWhere } from "./where.ts";

/** Runs that fit the filter, newest first. */
export function listRuns(
  container: Container,
  tenantId: string,
  filter: RunFilter,
  page: PageRequest,
  parse: (document: unknown) => OperationRun | undefined,
): Promise<Page<OperationRun>> {
  const { text, parameters } = runsThatFit(filter);
  const query = `SELECT * FROM c WHERE ${text} ORDER BY c.createdAt DESC, c.id DESC`;
  return queryPage(container, tenantId, { query, parameters }, page, parse);
}

/** Runs that are not completed, newest first. */
export function listActiveRuns(
  container: Container,
  tenantId: string,
  most: number,
  parse: (document: unknown) => OperationRun | undefined,
): Promise<OperationRun[]> {
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
  const places = [
    "c.id = @text",
    "CONTAINS(c.input.label, @text, true)",
    "CONTAINS(c.initiator.name, @text, true)",
    "ARRAY_CONTAINS(c.failures, @failure, true)",
  ];
  const parameters = [
    { name: "@text", value: text },
    { name: "@failure", value: { code: text } },
  ];
  return { condition: ` AND (${places.join(" OR ")})`, parameters };
}
