import { setTimeout as pause } from "node:timers/promises";
import { makeRandom, type Random } from "@tenantpilot/embedded-azure/random";
import type { FaultPlanInput } from "@tenantpilot/graph-simulator/fault-plan";
import { makeDemoTenant } from "../../../local/seeds/make-demo-tenant.ts";
import { seedProduct } from "../../../local/stack/seed-product.ts";
import type { Stack } from "../../../local/stack.ts";
import { type AcceptedRun, contradictionsIn } from "./contradictions-in.ts";
import { readStored } from "./read-stored.ts";
import { startUntilAnswered } from "./start-until-answered.ts";

const typeSets = [["settingsCatalog"], ["assignmentFilter"], ["assignmentFilter", "settingsCatalog"]];
// A run whose end was refused is taken up after a minute of silence; one whose message was refused twice waits for its
// next attempt as long as one that the broker lost (spec 005, AC17).
const patienceMs = 15 * 60_000;

/**
 * The running product in a tenant of its own, under faults that the seed decides: Graph that refuses, breaks off and
 * throttles, a database that is busy, a queue that refuses messages or loses its answers. Starts come doubled and are
 * cancelled now and then. When the faults are over and all has come to rest, answers what contradicts the invariants.
 */
export async function liveFaultSeed(stack: Stack, seed: number): Promise<string[]> {
  const random = makeRandom(seed);
  const tenantId = random.guid();
  await makeTenant(stack, tenantId, seed, random.integer(50, 90));
  const token = await stack.tokenFor("operator");
  const caller = async () => ({ api: stack.ready.api, token });
  stack.servers.graph.control.setFaults(graphFaults(random));
  const accepted: AcceptedRun[] = [];
  for (let turn = random.integer(2, 5); turn > 0; turn -= 1) {
    injectServerFaults(stack, random);
    const types = random.pick(typeSets);
    const start = (key: string) => startUntilAnswered(caller, tenantId, { types }, `${seed}-${turn}-${key}`);
    accepted.push(...(await Promise.all(random.chance(50) ? [start("a"), start("b")] : [start("a")])));
    if (random.chance(20)) await cancel(caller, accepted.at(-1));
    await pause(random.integer(0, 300));
  }
  stack.servers.graph.control.setFaults([]);
  const isOver = await untilAllEnded(stack, tenantId);
  const late = isOver ? [] : [`I8: runs of seed ${seed} did not end within ${patienceMs / 1_000} s`];
  return [...late, ...(await contradictionsIn(stack.ready, [tenantId], accepted))];
}

async function makeTenant({ servers }: Stack, id: string, seed: number, objects: number): Promise<void> {
  const tenant = { id, name: `Seed ${seed}` };
  servers.entra.control.addTenant(tenant);
  servers.graph.control.putTenant(tenant);
  const content = makeDemoTenant(seed, { objects });
  for (const [path, members] of Map.groupBy(content, ({ collectionPath }) => collectionPath)) {
    const bodies = members.map(({ object }) => object);
    servers.graph.control.putObjects(id, path, bodies);
  }
  await seedProduct(servers.cosmos, [tenant]);
}

function graphFaults(random: Random): FaultPlanInput {
  const kinds = ["status", "drop_before", "drop_after", "truncated_body"] as const;
  const faults = Array.from({ length: random.integer(0, 3) }, () => {
    const kind = random.pick(kinds);
    const refusal = { status: random.pick([429, 500, 503, 504]), retryAfter: random.pick(["0", "0.2", "1"]) };
    const often = { probability: random.pick([5, 20, 60]) / 100, times: random.integer(1, 30) };
    return {
      match: random.pick(["^GET ", "batch$", "configurationPolicies", "."]),
      kind,
      ...often,
      ...(kind === "status" ? refusal : {}),
    };
  });
  return { seed: random.integer(1, 2 ** 31), faults };
}

/** A few of the next requests to the database and the queue go wrong. */
function injectServerFaults({ servers }: Stack, random: Random): void {
  const operations = ["create", "read", "patch", "query", "batch", "replace"] as const;
  for (let count = random.integer(0, 3); count > 0; count -= 1) {
    const operation = random.pick(operations);
    const status = random.pick([429, 449, 503] as const);
    servers.cosmos.control.injectStatus({ status, times: random.integer(1, 4), operation, retryAfterMs: 10 });
  }
  if (random.chance(20)) servers.serviceBus.control.dropAfterAccept("operations", random.integer(1, 2));
  if (random.chance(20)) servers.serviceBus.control.rejectSends("operations", random.integer(1, 5));
}

/** Whether a cancel is taken does not matter: the run may have ended, and a fault may be in the way. */
async function cancel(caller: () => Promise<{ api: string; token: string }>, started: AcceptedRun | undefined) {
  if (!started) return;
  const { api, token } = await caller();
  const path = `/tenants/${started.tenantId}/operations/${started.runId}/cancel`;
  await fetch(`${api}${path}`, { method: "POST", headers: { authorization: `Bearer ${token}` } }).catch(
    () => undefined,
  );
}

async function untilAllEnded(stack: Stack, tenantId: string): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const stored = await readStored(stack.ready, tenantId).catch(() => undefined);
    const runs = stored?.tenantData.filter(({ kind }) => kind === "run") ?? [];
    if (stored && runs.every(({ status }) => status === "completed")) return true;
    // The timer fires each minute only.
    await stack.apps.worker.run("reconciler").catch(() => undefined);
    await pause(200);
  }
  return false;
}
