import { z } from "zod";
import type { PageRequest } from "../../src/domain/paging/page.ts";

/** Query parameters of every list. */
export const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  page: z.string().max(4_096).optional(),
});

export function toPageRequest(query: z.infer<typeof listQuery>): PageRequest {
  return { limit: query.limit, page: query.page ?? null };
}

/** A page of items as every list answers it. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextPage: z.string().nullable() });
}
