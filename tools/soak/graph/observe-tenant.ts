import type { RunningGraph } from "@tenantpilot/graph-simulator";
import { makeGraphGateway } from "../../../src/adapters/graph/make-graph-gateway.ts";
import type { Clock } from "../../../src/domain/clock/clock.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { ObservedObject } from "../../../src/domain/graph/observed-object.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import type { TypeReading } from "../../../src/use-cases/observation/ingest-object.ts";
import { makeObjectMemory } from "../../../src/use-cases/observation/object-memory.ts";
import { makeObjectSlots, objectsAtOnce } from "../../../src/use-cases/observation/object-slots.ts";
import { observeCollection } from "../../../src/use-cases/observation/observe-collection.ts";
import { makeTypeFindings } from "../../../src/use-cases/observation/type-findings.ts";

export type TenantObservation = {
  readonly objects: readonly ObservedObject[];
  /** Whatever was not read, one sentence each. */
  readonly failures: readonly string[];
  /** Objects that were read or could not be. */
  readonly total: number;
  /** Ids of objects that were deleted while they were read. */
  readonly deleted: readonly string[];
};

/** What observing all types of one collection finds, through the same client and use case as in a run. */
export async function observeTenant(
  { endpoint }: Pick<RunningGraph, "endpoint">,
  clock: Clock,
  tenantId: string,
  siblings: readonly ObjectTypeContract[],
): Promise<TenantObservation> {
  const credentialFor = () => ({ getToken: async () => ({ token: `tenant:${tenantId}` }) });
  const gateway = makeGraphGateway({ baseUrl: endpoint, scope: "graph", clock, credentialFor, telemetry: noTelemetry });
  const scope = openTenantScope(tenantIdSchema.parse(tenantId), "run");
  const graph = gateway.forTenant(scope, { correlationId: "0".repeat(32) });
  const objects: ObservedObject[] = [];
  const types = siblings.map(
    (contract): TypeReading => ({
      contract,
      knownIds: [],
      keep: async (object) => objects.push(object),
      findings: makeTypeFindings(contract, () => undefined),
    }),
  );
  const [first, ...others] = siblings;
  if (!first) throw new Error("A collection has a type.");
  const collection = { types, siblings: [first, ...others], signal: new AbortController().signal } as const;
  await observeCollection({ graph, clock, slots: makeObjectSlots(objectsAtOnce, makeObjectMemory()) }, collection);
  const found = types.map(({ findings }) => findings.conclude());
  return {
    objects,
    failures: found.flatMap(({ failures }) => failures.map(({ code, target }) => `${code} of ${target}`)),
    total: found.reduce((sum, { counts }) => sum + (counts.total ?? 0), 0),
    deleted: found.flatMap(({ deletedMeanwhile }) => deletedMeanwhile.objects.map(({ id }) => id)),
  };
}
