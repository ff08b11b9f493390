import type { FleetEnd, FleetWork } from "../../domain/fleet/steps.ts";
import { endFleet } from "./end-fleet.ts";
import { type PlanFleetDeps, planFleet } from "./plan-fleet.ts";
import { type WalkDeps, walkFleet } from "./walk-fleet.ts";

/** The steps of a fleet run's workflow. */
export function makeFleetSteps(deps: PlanFleetDeps & WalkDeps) {
  return {
    planFleet: (work: FleetWork) => planFleet(deps, work),
    walkFleet: (work: FleetWork) => walkFleet(deps, work),
    endFleet: (work: FleetEnd) => endFleet(deps, work),
  };
}
