import type { Container, SqlQuerySpec } from "@azure/cosmos";
import { z } from "zod";
import { invalidPage } from "../../domain/paging/invalid-page.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import { parsePageToken, toPageToken } from "./page-token.ts";
import { statusOf, storeUnavailable } from "./translate-error.ts";

/** Rows as parsed, without those that the parser leaves out. */
function parsed<T>(rows: readonly unknown[] | undefined, parse: Parse<T>): T[] {
  return (rows ?? []).map(parse).filter((row) => row !== undefined);
}

/** Undefined leaves a row out. */
type Parse<T> = (document: unknown) => T | undefined;

/** One page of a query in one tenant's partition. A page may come empty from Cosmos although more follow: then read on. */
export async function queryPage<T>(
  container: Container,
  tenantId: string,
  query: SqlQuerySpec,
  request: PageRequest,
  parse: Parse<T>,
): Promise<Page<T>> {
  let continuationToken = parsePageToken(request.page);
  const items: T[] = [];
  do {
    const maxItemCount = request.limit - items.length;
    const options = { partitionKey: tenantId, maxItemCount, ...(continuationToken ? { continuationToken } : {}) };
    const answer = await asked(container.items.query<unknown>(query, options).fetchNext(), (error) => {
      if (request.page !== null && statusOf(error) === 400) throw invalidPage();
    });
    items.push(...parsed(answer.resources, parse));
    continuationToken = answer.continuationToken;
  } while (items.length < request.limit && continuationToken);
  return { items, nextPage: toPageToken(continuationToken) };
}

/** All rows of a query in one tenant's partition, in pages as large as the service makes them. */
export async function queryAll<T>(
  container: Container,
  tenantId: string,
  query: SqlQuerySpec,
  parse: Parse<T>,
): Promise<T[]> {
  const options = { partitionKey: tenantId, maxItemCount: -1 };
  return parsed((await asked(container.items.query<unknown>(query, options).fetchAll())).resources, parse);
}

/** The answer of a query for one count, in one tenant's partition. */
export async function queryCount(container: Container, tenantId: string, query: SqlQuerySpec): Promise<number> {
  return (await queryAll(container, tenantId, query, (row) => z.int().parse(row)))[0] ?? 0;
}

/** All rows of a query over all partitions. The store refuses it to every client but the aggregation's (runs.md 11). */
export async function everywhere<T>(container: Container, query: SqlQuerySpec, parse: Parse<T>): Promise<T[]> {
  const options = { maxItemCount: -1 };
  return parsed((await asked(container.items.query<unknown>(query, options).fetchAll())).resources, parse);
}

async function asked<T>(answer: Promise<T>, look: (error: unknown) => void = () => undefined): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    look(error);
    throw storeUnavailable(error);
  }
}
