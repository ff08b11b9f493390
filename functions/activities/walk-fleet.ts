import * as df from "durable-functions";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { fleetWorkSchema } from "../../src/domain/fleet/steps.ts";
import { traced } from "./traced.ts";

export function registerWalkFleet(app: WorkerApp): void {
  df.app.activity("walkFleet", {
    handler: (input) => traced(app, "walkFleet", fleetWorkSchema.parse(input), app.walkFleet),
  });
}
