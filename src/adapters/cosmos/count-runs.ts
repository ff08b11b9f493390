import type { Container } from "@azure/cosmos";
import { z } from "zod";
import { toLimitedCount } from "../../domain/counts/limited-count.ts";
import { operationRunSchema } from "../../domain/operation-run/operation-run.ts";
import type { RunFilter } from "../../domain/operation-run/repository.ts";
import {
  isInState,
  mostCounted,
  propertyOf,
  type RunState,
  runStates,
  type StateCounts,
  stateCountsSchema,
} from "../../domain/operation-run/state-counts.ts";
import { runsThatFit } from "./list-runs.ts";
import { queryAll } from "./query-page.ts";

const stateSchema = operationRunSchema.pick({ status: true, outcome: true });

/**
 * How many runs that fit the filter are in each state. One query finds all of them where they are no more than a count
 * may say; only where they are more each state is queried.
 */
export async function countRuns(container: Container, tenantId: string, filter: RunFilter): Promise<StateCounts> {
  const { text, parameters } = runsThatFit(filter);
  const query = `SELECT TOP ${mostCounted + 1} c.status, c.outcome FROM c WHERE ${text}`;
  const runs = await queryAll(container, tenantId, { query, parameters }, (row) => stateSchema.parse(row));
  const found = (state: RunState): number | Promise<number> =>
    runs.length <= mostCounted
      ? runs.filter((run) => isInState(run, state)).length
      : countState(container, tenantId, filter, state);
  const counted = await Promise.all(runStates.map(async (state) => [state, await found(state)] as const));
  return stateCountsSchema.parse(
    Object.fromEntries(counted.map(([state, count]) => [state, toLimitedCount(count, mostCounted)])),
  );
}

/** Reads one more than a count may say, and no further. */
async function countState(container: Container, tenantId: string, filter: RunFilter, state: RunState): Promise<number> {
  const { text, parameters } = runsThatFit(filter);
  const condition = `${text} AND c.${propertyOf(state)} = @state`;
  const query = `SELECT TOP ${mostCounted + 1} VALUE 1 FROM c WHERE ${condition}`;
  const named = [...parameters, { name: "@state", value: state }];
  return (await queryAll(container, tenantId, { query, parameters: named }, (row) => z.literal(1).parse(row))).length;
}
