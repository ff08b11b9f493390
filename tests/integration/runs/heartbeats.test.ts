import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { serviceGroupSchema } from "../../../src/domain/graph/service-group.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { countsOf } from "../../../src/domain/operation-run/run-view.ts";
import { planOperation } from "../../../src/use-cases/run/plan-operation.ts";
import { readOperation } from "../../../src/use-cases/run/read-operation.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { inAWorld, type Tenant, type World } from "./a-world.ts";

let world: World;
let tenant: Tenant;
inAWorld((its) => {
  ({ world, tenant } = its);
});

const everyType = contracts.filter(({ read }) => read !== "never").map(({ key }) => key);
const typeOf = (key: string) => {
  const found = contracts.find((contract) => contract.key === key);
  return found && { key, serviceGroup: found.serviceGroup, isReference: found.read === "by_id" };
};

async function aPlannedRun(objectTypes: readonly string[]): Promise<OperationRun> {
  const { run } = await tenant.start({ objectTypes: objectTypes.toSorted(), isEveryType: true });
  await tenant.dispatch(tenant.messageOf(run));
  await planOperation({ stores: tenant.stores, typeOf }, tenant.messageOf(run));
  return tenant.read(run);
}

const read = (run: OperationRun) => readOperation({ storesFor: world.product.storesFor }, tenant.scope, run.id);

describe("the document of an active run", () => {
  it("stays under 3 KB, however many types it is for and whatever its groups tell", async () => {
    const run = await aPlannedRun(everyType);
    for (const name of serviceGroupSchema.options) {
      const counts = { ...noProgress, total: 4_321, processed: 3_210, succeeded: 3_200, failed: 10 };
      const progress = { ...counts, asked: 9_876, throttled: 12, retried: 12 };
      const waiting = name === "conditionalAccess" ? { reason: "throttled", until: startOfTime } : null;
      await tenant.stores.runs.heartbeat(run, { at: startOfTime, group: { name, progress: { ...progress, waiting } } });
    }
    const [stored] = await tenant.documentsOf("run");
    expect(JSON.stringify(stored).length).toBeLessThan(3 * 1_024);
  });
});

describe("a group that ends before its first heartbeat", () => {
  const two = ["assignmentFilter", "settingsCatalog"];
  const ended = { ...noProgress, total: 1, processed: 1, succeeded: 1, throttled: 2 };

  it("is told with the run by what its part says, while other groups go on", async () => {
    const run = await aPlannedRun(two);
    await tenant.readPart(run, { ended });
    expect(countsOf((await read(run)).run)).toMatchObject({ total: null, processed: 1 });
    expect((await tenant.read(run)).progress["deviceConfigurationV2"]).toEqual(noProgress);
    await tenant.readPart(run, { type: "assignmentFilter", group: "deviceConfiguration", ended });
    expect(countsOf((await read(run)).run)).toMatchObject({ total: 2, processed: 2 });
  });

  it("stands in the run from its end", async () => {
    const run = await aPlannedRun(two);
    await tenant.readPart(run, { ended });
    await tenant.readPart(run, { type: "assignmentFilter", group: "deviceConfiguration" });
    await tenant.end({ ...tenant.messageOf(run), reason: "done", failure: null });
    expect((await read(run)).run.progress).toMatchObject({ deviceConfigurationV2: ended });
  });

  it("is not there in another attempt", async () => {
    const run = await aPlannedRun(two);
    await tenant.readPart({ ...run, attempt: 2 }, { ended });
    expect(countsOf((await read(run)).run)).toMatchObject({ processed: 0 });
  });
});
