import type { ContainerDefinition } from "./container-definition.ts";
import { badRequest } from "./cosmos-error.ts";
import { toSteps } from "./json.ts";
import type { OrderTerm } from "./sql/syntax.ts";

/** Throws 400 for an ORDER BY of several paths that no composite index serves, as the service does. */
export function checkCompositeIndex(container: ContainerDefinition, orderBy: readonly OrderTerm[]): void {
  if (orderBy.length < 2) return;
  const required = orderBy.map(({ path, descending }) => ({ steps: path.steps.join("/"), descending }));
  const serves = container.compositeIndexes.some((index) => {
    const parts = index.map(({ path, order }) => ({
      steps: toSteps(path).join("/"),
      descending: order === "descending",
    }));
    if (parts.length !== required.length || parts.some((part, at) => part.steps !== required[at]?.steps)) return false;
    // An index is read forwards or backwards: all directions as declared, or all of them turned round.
    const turned = parts.map((part, at) => part.descending !== required[at]?.descending);
    return turned.every((turn) => turn === turned[0]);
  });
  if (serves) return;
  throw badRequest("The order by query does not have a corresponding composite index that it can be served from.");
}

/**
 * Throws 400 for a query over all partitions by a client without the mark in its user agent.
 * The service would answer; the guard is ours, so that no tenant's code reads across tenants by accident.
 */
export function checkCrossPartition(userAgent: string, mark: string | undefined): void {
  if (mark === undefined || userAgent.includes(mark)) return;
  throw badRequest(
    `A query without a partition key reads all partitions. Here only a client whose user agent contains '${mark}' may do that.`,
  );
}
