import { makeDemoTenant } from "../../local/seeds/make-demo-tenant.ts";
import type { Stack } from "../../local/stack.ts";
import { clientOf } from "../../tests/e2e/support/client.ts";
import { takeSnapshot } from "../../tests/e2e/support/run.ts";
import { aTenant } from "../../tests/e2e/support/tenant.ts";

const seed = 4711;

type RunCosts = { readonly units: number; readonly blobsPut: number };

export type RunUnits = { readonly objects: number; readonly first: RunCosts; readonly again: RunCosts };

/** What a whole snapshot costs: the first of a tenant, and the next, of which nothing has changed. */
export async function measureRun(stack: Stack, objects: number): Promise<RunUnits> {
  const tenant = await aTenant(stack, "Measured tenant");
  const content = makeDemoTenant(seed, { objects });
  for (const [path, members] of Map.groupBy(content, ({ collectionPath }) => collectionPath)) {
    tenant.put(
      path,
      members.map(({ object }) => object),
    );
  }
  const client = await clientOf(stack, "operator");
  const { control } = stack.servers.cosmos;
  const costsOf = async (): Promise<RunCosts> => {
    const before = blobsPut(stack);
    control.resetCharges();
    const run = await takeSnapshot(stack, client, tenant.id);
    if (run.outcome !== "succeeded") throw new Error(`The run ended as ${run.outcome}.`);
    return { units: control.charges().total.requestUnits, blobsPut: blobsPut(stack) - before };
  };
  return { objects, first: await costsOf(), again: await costsOf() };
}

/** Payloads and manifests; staged entries are in an account of their own. */
function blobsPut({ servers }: Stack): number {
  const counts = Object.entries(servers.blobs.control.counters());
  return counts.reduce((sum, [operation, count]) => sum + (operation.startsWith("PutBlob") ? count : 0), 0);
}
