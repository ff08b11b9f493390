import * as df from "durable-functions";
import type { z } from "zod";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { fleetEndSchema, fleetWorkSchema } from "../../src/domain/fleet/steps.ts";
import { endingWorkSchema, groupWorkSchema } from "../../src/domain/observation/steps.ts";
import { stepEndSchema } from "../../src/domain/operation-run/one-step.ts";
import { type Work, workSchema } from "../../src/domain/operation-run/work.ts";

/** Every activity of the product, by the name under which workflows call it: the schema of its input, and the verb that does it. */
export function registerActivities(app: WorkerApp): void {
  const register = <W extends Work>(name: string, schema: z.ZodType<W>, verb: (work: W) => Promise<unknown>): void => {
    df.app.activity(name, { handler: (input) => traced(app, name, schema.parse(input), verb) });
  };
  register("planOperation", workSchema, app.planOperation);
  register("observeGroup", groupWorkSchema, app.observeGroup);
  register("endOperation", endingWorkSchema, app.endOperation);
  register("doOneStep", workSchema, app.doOneStep);
  register("endOneStep", stepEndSchema, app.endOneStep);
  register("planFleet", fleetWorkSchema, app.planFleet);
  // Recorded histories and workflows under way call it by this name.
  register("walkFleet", fleetWorkSchema, app.runFleetRound);
  register("endFleet", fleetEndSchema, app.endFleet);
}

/** Runs an activity as a span of the trace that its run belongs to. */
function traced<W extends Work & { readonly group?: string }, R>(
  { telemetry }: Pick<WorkerApp, "telemetry">,
  name: string,
  work: W,
  run: (work: W) => Promise<R>,
): Promise<R> {
  const { tenantId, runId, attempt, group, traceparent } = work;
  const facts = { tenantId, runId, attempt, group };
  return telemetry.span({ name: `activity ${name}`, kind: "internal", parent: traceparent, facts }, () => run(work));
}
