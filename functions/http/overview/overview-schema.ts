import { z } from "zod";
import { tenantOverviewSchema } from "../../../src/domain/platform/tenant-overview.ts";
import { tenantSchema } from "../../../src/domain/tenant/tenant.ts";
import { unreadableSchema } from "../../../src/domain/unreadable/unreadable.ts";
import { labelQuery, nameQuery, pageSchema } from "../list-query.ts";

/** Query parameters by which an overview of tenants is narrowed. */
export const overviewFilterQuery = {
  state: tenantSchema.shape.state.optional(),
  promise: z.literal("broken").optional(),
  ...nameQuery,
  ...labelQuery,
};

export const overviewPageSchema = pageSchema(tenantOverviewSchema).extend({
  /** What of these tenants could not be read, a tenant's own document among them. */
  unreadable: z.array(unreadableSchema),
});
