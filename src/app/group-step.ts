import { contracts } from "../../config/graph-contracts/registry.ts";
import { makeContractIndex } from "../domain/graph/contract-index.ts";
import { type GraphClient, notThrottled } from "../domain/graph/graph-client.ts";
import type { GroupWork } from "../domain/observation/steps.ts";
import { toGraphRun } from "../domain/operation-run/to-graph-run.ts";
import { openTenantScope } from "../domain/tenant-scope/tenant-scope.ts";
import { makeObjectMemory } from "../use-cases/observation/object-memory.ts";
import { makeObjectSlots, objectsAtOnce } from "../use-cases/observation/object-slots.ts";
import { observeGroup } from "../use-cases/observation/observe-group.ts";
import { observeTypes, type TypesRequest } from "../use-cases/observation/observe-types.ts";
import { isGraphPaused } from "../use-cases/platform/is-graph-paused.ts";
import type { Base } from "./base.ts";
import type { TenantGateway } from "./tenant-gateway.ts";

/** The one step that reads Graph. */
export function makeGroupStep(base: Base, gateway: TenantGateway) {
  const { clock, newId, runLimits, storesFor } = base;
  const index = makeContractIndex(contracts);
  const memory = makeObjectMemory();
  return (work: GroupWork) => {
    const scope = openTenantScope(work.tenantId, "run");
    const stores = storesFor(scope);
    const slots = makeObjectSlots(objectsAtOnce, memory);
    let client: GraphClient | undefined;
    const observe = (request: TypesRequest) => {
      // One client for all types of the group, because its limits are the group's.
      client ??= gateway.forTenant(scope, toGraphRun(request.run, work.group));
      const graph = client;
      return observeTypes({ stores, clock, graph, contracts: index, slots }, request);
    };
    const isPaused = () => isGraphPaused(storesFor, scope);
    const throttling = () => client?.throttling(work.group) ?? notThrottled;
    const deps = {
      stores,
      clock,
      limits: runLimits,
      newId,
      isPaused,
      throttling,
      byCollection: index.byCollection,
      observeTypes: observe,
      takeRequests: () => client?.takeRequests() ?? 0,
    };
    return observeGroup(deps, work);
  };
}
