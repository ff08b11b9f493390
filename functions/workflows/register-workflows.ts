import type { OrchestrationContext } from "durable-functions";
import * as df from "durable-functions";
import type { RunWorkflow } from "../../src/domain/operation-run/run-type.ts";
import type { Step } from "./call.ts";
import { observeServiceGroup } from "./observe-service-group.ts";
import { observeTenant } from "./observe-tenant.ts";
import { runOneStep } from "./run-one-step.ts";
import { snapshotFleet } from "./snapshot-fleet.ts";

type Workflow = (context: OrchestrationContext) => Step<unknown>;

/** The workflows that types of runs declare. One that is declared and not here does not compile. */
const ofRuns: Readonly<Record<RunWorkflow, Workflow>> = { observeTenant, runOneStep, snapshotFleet };

/** What they consist of. */
const subOrchestrations: Readonly<Record<string, Workflow>> = { observeServiceGroup };

/** Every orchestrator of the product. Each has recorded histories that must replay (tests/replay). */
export function registerWorkflows(): void {
  for (const [name, workflow] of Object.entries({ ...ofRuns, ...subOrchestrations }))
    df.app.orchestration(name, workflow);
}
