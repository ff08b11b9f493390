import type { Container } from "@azure/cosmos";
import { z } from "zod";
import type { TenantOverview } from "../../domain/platform/tenant-overview.ts";
import { readinessSchema } from "../../domain/readiness/readiness.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { parseDocument, readable } from "./document.ts";
import { everywhere } from "./query-page.ts";

type ReadinessCounts = NonNullable<TenantOverview["readiness"]>;

const lists = z.array(z.unknown()).default([]);
const parse = parseDocument(
  readinessSchema.pick({ asOf: true, state: true }).extend({
    tenantId: z.string(),
    readMissing: lists,
    readExcess: lists,
    writeMissing: lists,
    writeExcess: lists,
  }),
);

// Of the two applications only what is counted: what is granted, and what it serves, is most of the document. Where the
// tenant did not let a check read anything there are no lists.
const ofApplications = [
  "c.applications[0].missing AS readMissing",
  "c.applications[0].excess AS readExcess",
  "c.applications[1].missing AS writeMissing",
  "c.applications[1].excess AS writeExcess",
].join(", ");

/** What the last check of each of these tenants came to: one query, and nothing for a tenant that was never checked. */
export async function readReadinessCounts(
  container: Container,
  tenantIds: readonly string[],
  reportUnreadable: ReportUnreadable,
): Promise<ReadonlyMap<string, ReadinessCounts>> {
  if (tenantIds.length === 0) return new Map();
  const query = {
    query: `SELECT c.tenantId, c.id, c.kind, c.schemaVersion, c.asOf, c.state, ${ofApplications} FROM c WHERE c.kind = 'readiness' AND ARRAY_CONTAINS(@of, c.tenantId)`,
    parameters: [{ name: "@of", value: [...tenantIds] }],
  };
  const found = await everywhere(container, query, readable(parse, reportUnreadable));
  return new Map(
    found.map(({ tenantId, asOf, state, readMissing, readExcess, writeMissing, writeExcess }) => [
      tenantId,
      {
        asOf,
        state,
        missing: readMissing.length + writeMissing.length,
        excess: readExcess.length + writeExcess.length,
      },
    ]),
  );
}
