import * as df from "durable-functions";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { fleetWorkSchema } from "../../src/domain/fleet/steps.ts";
import { traced } from "./traced.ts";

export function registerPlanFleet(app: WorkerApp): void {
  df.app.activity("planFleet", {
    handler: (input) => traced(app, "planFleet", fleetWorkSchema.parse(input), app.planFleet),
  });
}
