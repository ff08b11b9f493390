import type { OrchestrationContext } from "durable-functions";
import { observeServiceGroup } from "../../functions/workflows/observe-service-group.ts";
import { observeTenant } from "../../functions/workflows/observe-tenant.ts";
import { snapshotFleet } from "../../functions/workflows/snapshot-fleet.ts";
import type { Activity, Orchestrator, Package } from "./memory-workflows.ts";

export type Version = "1.0" | "1.1" | "2.0";

/**
 * Packages to deploy over each other: today's, the one before, whose workflows had no generations, and one whose
 * workflows have another order, as ADR 0008 asks.
 */
export function packagesOf(activities: Readonly<Record<string, Activity>>): Readonly<Record<Version, Package>> {
  // The product's generators yield what the context in memory made; the SDK's types cannot know it.
  const workflows = { observeTenant, observeServiceGroup, snapshotFleet } as unknown as Record<string, Orchestrator>;
  const next = Object.entries(workflows).map(([name, workflow]) => [name, withStepBefore(workflow)]);
  return {
    "1.0": { version: "1.0", workflows, activities },
    "1.1": { version: "1.1", workflows, activities },
    "2.0": {
      version: "2.0",
      workflows: Object.fromEntries(next),
      activities: { ...activities, checkTenant: async () => "fine" },
    },
  };
}

/** The newer version begins with a step of its own; what an older one began goes on in the old order. */
function withStepBefore(workflow: Orchestrator): Orchestrator {
  return function* (context: OrchestrationContext) {
    if (context.df.version === "2.0") yield context.df.callActivityWithRetry("checkTenant", noRetry, {});
    return yield* workflow(context);
  };
}

// The engine in memory has one policy for all.
const noRetry = undefined as never;
