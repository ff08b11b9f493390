import { z } from "zod";
import { linkStates } from "../../../../src/domain/fleet/link.ts";
import { listQuery, pageSchema, toPageRequest } from "../../list-query.ts";
import { runParams } from "../../operations/run-params.ts";
import { platformRoute } from "../../platform-route.ts";
import { childSchema, toChildView } from "./fleet-view.ts";

export const listChildren = platformRoute({
  id: "listChildren",
  method: "GET",
  path: "platform/operations/{runId}/children",
  summary: "Tenants of a run over several tenants, in order of state and size, each with the run that works for it.",
  params: runParams,
  query: listQuery.extend({ state: z.enum(linkStates).optional() }),
  answers: { 200: pageSchema(childSchema) },
  handle: async (app, { scope, params, query }) => {
    const { items, nextPage } = await app.fleet.children(scope, params.runId, query.state, toPageRequest(query));
    return { status: 200, body: { items: items.map((each) => toChildView(each, app.viewing())), nextPage } };
  },
});
