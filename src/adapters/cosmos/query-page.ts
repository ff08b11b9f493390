import type { Container, SqlQuerySpec } from "@azure/cosmos";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import { invalidPage, parsePageToken, toPageToken } from "./page-token.ts";
import { statusOf, storeUnavailable } from "./translate-error.ts";

/** One page of a query in one tenant's partition. A page may come empty from Cosmos although more follow: then read on. */
export async function queryPage<T>(
  container: Container,
  tenantId: string,
  query: SqlQuerySpec,
  request: PageRequest,
  parse: (document: unknown) => T,
): Promise<Page<T>> {
  let continuationToken = parsePageToken(request.page);
  const items: T[] = [];
  do {
    const maxItemCount = request.limit - items.length;
    const options = { partitionKey: tenantId, maxItemCount, ...(continuationToken ? { continuationToken } : {}) };
    try {
      const answer = await container.items.query<unknown>(query, options).fetchNext();
      items.push(...(answer.resources ?? []).map(parse));
      continuationToken = answer.continuationToken;
    } catch (error) {
      if (request.page !== null && statusOf(error) === 400) throw invalidPage();
      throw storeUnavailable(error);
    }
  } while (items.length < request.limit && continuationToken);
  return { items, nextPage: toPageToken(continuationToken) };
}

/** All rows of a query in one tenant's partition, in pages as large as the service makes them. */
export async function queryAll<T>(
  container: Container,
  tenantId: string,
  query: SqlQuerySpec,
  parse: (document: unknown) => T,
): Promise<T[]> {
  try {
    const answer = await container.items.query<unknown>(query, { partitionKey: tenantId, maxItemCount: -1 }).fetchAll();
    return answer.resources.map(parse);
  } catch (error) {
    throw storeUnavailable(error);
  }
}

/** All rows of a query over all partitions. The store refuses it to every client but the aggregation's (runs.md 11). */
export async function everywhere<T>(
  container: Container,
  query: SqlQuerySpec,
  parse: (document: unknown) => T,
): Promise<T[]> {
  try {
    return (await container.items.query<unknown>(query, { maxItemCount: -1 }).fetchAll()).resources.map(parse);
  } catch (error) {
    throw storeUnavailable(error);
  }
}
