import * as df from "durable-functions";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { fleetEndSchema } from "../../src/domain/fleet/steps.ts";
import { traced } from "./traced.ts";

export function registerEndFleet(app: WorkerApp): void {
  df.app.activity("endFleet", {
    handler: (input) => traced(app, "endFleet", fleetEndSchema.parse(input), app.endFleet),
  });
}
