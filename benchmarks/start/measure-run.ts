import { makeDemoTenant } from "../../local/seeds/make-demo-tenant.ts";
import type { Stack } from "../../local/stack.ts";
import { clientOf } from "../../tests/e2e/support/client.ts";
import { takeSnapshot } from "../../tests/e2e/support/run.ts";
import { aTenant } from "../../tests/e2e/support/tenant.ts";

const seed = 4711;

export type RunUnits = { readonly objects: number; readonly first: number; readonly again: number };

/** Request units of a whole snapshot: the first of a tenant, and the next, of which nothing has changed. */
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
  const unitsOf = async (): Promise<number> => {
    control.resetCharges();
    const run = await takeSnapshot(stack, client, tenant.id);
    if (run.outcome !== "succeeded") throw new Error(`The run ended as ${run.outcome}.`);
    return control.charges().total.requestUnits;
  };
  return { objects, first: await unitsOf(), again: await unitsOf() };
}
