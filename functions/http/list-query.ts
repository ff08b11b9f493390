import { z } from "zod";
import type { PageRequest } from "../../src/domain/paging/page.ts";
import { labelSchema } from "../../src/domain/tenant/tenant-terms.ts";

/** Query parameters of every list. */
export const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  page: z.string().max(4_096).optional(),
});

/** Part of a name, in any case. */
export const nameQuery = { text: z.string().trim().min(1).max(200).optional() };

/** One label, exactly. */
export const labelQuery = { label: labelSchema.optional() };

/** Whether the first page also says how many there are on all pages. */
export const countQuery = { count: z.enum(["true", "false"]).optional() };

/** Counting reads all that fits, so it is done on request only, and once a list. */
export function wantsTotal({
  count,
  page,
}: {
  count?: "true" | "false" | undefined;
  page?: string | undefined;
}): boolean {
  return count === "true" && page === undefined;
}

export function toPageRequest(query: z.infer<typeof listQuery>): PageRequest {
  return { limit: query.limit, page: query.page ?? null };
}

/** A page of a list that can be counted. */
export function countedPageSchema<T extends z.ZodType>(item: T) {
  return pageSchema(item).extend({ total: z.int().min(0).optional() });
}

/** A page of items as every list answers it. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextPage: z.string().nullable() });
}
