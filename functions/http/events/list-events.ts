import { z } from "zod";
import { auditEventSchema } from "../../../src/domain/event/audit-event.ts";
import type { EventFilter } from "../../../src/domain/event/repository.ts";
import { objectIdSchema } from "../../../src/domain/graph/object-id.ts";
import { definedOnly } from "../defined-only.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";
import { utcTime } from "../utc-time.ts";

const time = z.iso.datetime();

export const listEvents = tenantRoute({
  id: "listEvents",
  method: "GET",
  path: "tenants/{tenantId}/events",
  summary:
    "Who did what to objects of the tenant, as Microsoft Intune's audit said when events.collect last read it, newest first. `collected` is the span of time that is known; changes of groups and of conditional access are in another log.",
  right: "actor.read",
  query: listQuery.extend({
    from: utcTime.optional(),
    to: utcTime.optional(),
    objectId: objectIdSchema.optional(),
  }),
  answers: {
    200: pageSchema(auditEventSchema.meta({ id: "Event" })).extend({
      collected: z.object({ from: time, to: time }).nullable(),
    }),
  },
  handle: async (app, { scope, query: { from, to, objectId, ...query } }) => {
    const { events } = app.storesFor(scope);
    const filter = definedOnly<EventFilter>({ from, to, objectId });
    const [page, head] = await Promise.all([events.list(filter, toPageRequest(query)), events.head()]);
    return { status: 200, body: { ...page, collected: head?.collected ?? null } };
  },
});
