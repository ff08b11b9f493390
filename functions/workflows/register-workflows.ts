import { registerObserveServiceGroup } from "./observe-service-group.ts";
import { registerObserveTenant } from "./observe-tenant.ts";
import { registerSnapshotFleet } from "./snapshot-fleet.ts";

/** Every orchestrator of the product. Each has recorded histories that must replay (tests/replay). */
export function registerWorkflows(): void {
  registerObserveTenant();
  registerObserveServiceGroup();
  registerSnapshotFleet();
}
