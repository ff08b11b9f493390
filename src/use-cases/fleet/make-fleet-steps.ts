import type { FleetEnd, FleetWork } from "../../domain/fleet/steps.ts";
import { endFleet } from "./end-fleet.ts";
import { type PlanFleetDeps, planFleet } from "./plan-fleet.ts";
import { type FleetRoundDeps, runFleetRound } from "./run-fleet-round.ts";

/** The steps of a fleet run's workflow. */
export function makeFleetSteps(deps: PlanFleetDeps & FleetRoundDeps) {
  return {
    planFleet: (work: FleetWork) => planFleet(deps, work),
    runFleetRound: (work: FleetWork) => runFleetRound(deps, work),
    endFleet: (work: FleetEnd) => endFleet(deps, work),
  };
}
