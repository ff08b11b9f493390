import * as df from "durable-functions";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { groupWorkSchema } from "../../src/domain/observation/steps.ts";
import { traced } from "./traced.ts";

export function registerObserveGroup(app: WorkerApp): void {
  df.app.activity("observeGroup", {
    handler: (input) => traced(app, "observeGroup", groupWorkSchema.parse(input), app.observeGroup),
  });
}
