import { expect, it } from "vitest";
import { retention } from "../../../config/retention.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { readRunParts } from "../../../src/use-cases/run/read-run-parts.ts";
import { otherScope } from "../../builders/a-run.ts";
import { inAWorld, type Tenant, type World } from "./a-world.ts";

let world: World;
let tenant: Tenant;
inAWorld((its) => {
  ({ world, tenant } = its);
});

async function aRunningRun(): Promise<OperationRun> {
  const { run } = await tenant.start();
  await tenant.dispatch(tenant.messageOf(run));
  await tenant.readPart(run);
  return run;
}

const read = ({ clock, scope }: Pick<Tenant, "clock" | "scope">, runId: string) =>
  readRunParts({ ...world.product, clock, partTtlSeconds: retention.partTtlSeconds }, scope, runId);

it("a run is read with the parts of its attempt", async () => {
  const run = await aRunningRun();
  await tenant.readPart({ ...run, attempt: 2 }, { group: "apps" });
  const { parts } = await read(tenant, run.id);
  expect(parts?.map(({ attempt, group }) => [attempt, group])).toEqual([[1, "deviceConfigurationV2"]]);
});

it("a run that began before what is kept is read without parts, also with some that are still there", async () => {
  const run = await aRunningRun();
  tenant.clock.passed(retention.partTtlSeconds * 1_000 + 1);
  expect(await read(tenant, run.id)).toMatchObject({ run: { id: run.id }, parts: null });
});

it("P5.1 the parts of a run are not to be had through another tenant", async () => {
  const run = await aRunningRun();
  await expect(read({ ...tenant, scope: otherScope }, run.id)).rejects.toMatchObject({ code: "not_found" });
});
