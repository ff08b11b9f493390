import type { RunningGraph } from "../../../packages/graph-simulator/src/start-graph.ts";
import { makeGraphGateway } from "../../../src/adapters/graph/make-graph-gateway.ts";
import type { Clock } from "../../../src/domain/clock/clock.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { ObservedObject } from "../../../src/domain/observation/observed-object.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant/tenant-scope.ts";
import { type ObserveTypeRequest, observeCollection } from "../../../src/use-cases/observation/observe-collection.ts";

export type Seen = {
  readonly objects: readonly ObservedObject[];
  /** Whatever was not read, one sentence each. */
  readonly failures: readonly string[];
  /** Objects that listings announced. */
  readonly listed: number;
};

/** What observing all types of one collection finds, through the same client and use case as in a run. */
export async function observeTenant(
  { endpoint }: Pick<RunningGraph, "endpoint">,
  clock: Clock,
  tenantId: string,
  siblings: readonly ObjectTypeContract[],
): Promise<Seen> {
  const credentialFor = () => ({ getToken: async () => ({ token: `tenant:${tenantId}` }) });
  const gateway = makeGraphGateway({ baseUrl: endpoint, scope: "graph", clock, credentialFor });
  const scope = openTenantScope(tenantIdSchema.parse(tenantId), "run");
  const graph = gateway.forTenant(scope, { correlationId: "0".repeat(32) });
  const objects: ObservedObject[] = [];
  let listed = 0;
  const [first, ...others] = siblings.map(
    (contract): ObserveTypeRequest => ({
      contract,
      knownIds: [],
      signal: new AbortController().signal,
      onListed: (count) => {
        listed += count;
      },
      onFailed: () => undefined,
      onObject: async (object) => void objects.push(object),
    }),
  );
  if (!first) return { objects, failures: [], listed };
  const observations = await observeCollection({ graph, clock }, [first, ...others], siblings);
  const failures = observations.flatMap((each) => each.failures.map(({ code, target }) => `${code} of ${target}`));
  return { objects, failures, listed };
}
