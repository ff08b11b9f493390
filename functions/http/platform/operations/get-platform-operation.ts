import { toRunDetail } from "../../../../src/domain/operation-run/run-detail.ts";
import { runParams } from "../../operations/run-params.ts";
import { platformRoute } from "../../platform-route.ts";
import { fleetDetailSchema, toChildView } from "./fleet-view.ts";

// As every list answers without a limit; the rest is a page away.
const firstChildren = { limit: 100, page: null };

export const getPlatformOperation = platformRoute({
  id: "getPlatformOperation",
  method: "GET",
  path: "platform/operations/{runId}",
  summary: "One run over several tenants with its timeline and its first children, from the database alone.",
  params: runParams,
  answers: { 200: fleetDetailSchema },
  handle: async (app, { scope, params }) => {
    const { run, history, tally } = await app.fleet.read(scope, params.runId);
    const { items, nextPage } = await app.fleet.children(scope, run.id, undefined, firstChildren);
    const children = { items: items.map((each) => toChildView(each, app.viewing())), nextPage };
    return { status: 200, body: { ...toRunDetail(run, history, app.viewing()), childCounts: tally, children } };
  },
});
