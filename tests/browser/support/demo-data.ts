import { runViewSchema } from "../../../src/domain/operation-run/run-view.ts";
import { clientOf } from "../../e2e/support/client.ts";
import { demoTenant, syncInventory, takeSnapshot } from "../../e2e/support/run.ts";
import { sharedPortal } from "./portal.ts";

export type DemoData = {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly snapshotId: string;
  readonly runId: string;
  readonly scheduleId: string;
  readonly fleetId: string;
  /** An object of the inventory, as its address names it. */
  readonly object: { readonly type: string; readonly id: string; readonly name: string };
};

let data: Promise<DemoData> | undefined;

/** What the pages show: a snapshot, a sync, a schedule, a fleet run. Made once for all files. */
export function demoData(): Promise<DemoData> {
  data ??= make();
  return data;
}

async function make(): Promise<DemoData> {
  const { stack } = await sharedPortal();
  const tenantId = demoTenant(stack);
  const [owner, admin] = await Promise.all([clientOf(stack, "owner"), clientOf(stack, "platform-admin")]);
  const schedule = await owner.post(`/tenants/${tenantId}/schedules`, aSchedule);
  const fleet = await admin.post("/platform/operations", { type: "fleet.snapshot", tenants: [tenantId] });
  const run = await takeSnapshot(stack, owner, tenantId);
  await syncInventory(stack, owner, tenantId);
  const inventory = await owner.get(`/tenants/${tenantId}/inventory?limit=1`);
  const [object] = Object(inventory.json).items;
  return {
    tenantId,
    tenantName: String(stack.ready.tenants[0]?.name),
    snapshotId: String(runViewSchema.parse(run).result?.snapshotId),
    runId: run.id,
    scheduleId: String(Object(schedule.json).id),
    fleetId: String(Object(fleet.json).id),
    object: { type: String(object.type), id: String(object.id), name: String(object.name) },
  };
}

const aSchedule = { cron: "0 2 * * *", timeZone: "Europe/Berlin" };
