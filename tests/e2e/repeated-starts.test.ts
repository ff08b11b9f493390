import { expect, test } from "vitest";
import { type Answer, type Client, clientOf } from "./support/client.ts";
import { fleetEnded, startFleet } from "./support/fleet.ts";
import { takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { alterStored } from "./support/stored.ts";
import { aTenant } from "./support/tenant.ts";

const types = ["assignmentFilter"];

/** A start with a key, and the same start when the world has changed so that it could not be made any more. */
async function expectPinned(send: (body?: object) => Promise<Answer>, change: () => Promise<unknown>, other?: object) {
  const first = await send();
  expect(first.status).toBe(202);
  await change();
  const pinned = { id: Object(first.json).id, reused: true };
  expect(await send()).toMatchObject({ status: 200, json: pinned });
  if (other) expect(await send(other)).toMatchObject({ status: 422, json: { code: "idempotency_mismatch" } });
}

async function aWorld() {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const owner = await clientOf(stack, "owner");
  const path = `/tenants/${tenant.id}`;
  const withhold = async (): Promise<Answer> => {
    const etag = (await owner.get(`${path}/settings`)).headers.get("etag") ?? "";
    return owner.patch(`${path}/settings`, { withheld: types }, { "if-match": etag });
  };
  return { stack, tenant, owner, path, withhold };
}

const keyed =
  (client: Client, path: string, usual?: object) =>
  (body: object | undefined = usual) =>
    client.post(path, body, { "idempotency-key": "once" });

test.each(["inventory/sync", "snapshots"])(
  "P6.13 %s repeated with its key is the same run, whatever the owners switched off between",
  async (what) => {
    const { owner, path, withhold } = await aWorld();
    await expectPinned(keyed(owner, `${path}/${what}`, { types }), withhold, { types: ["settingsCatalog"] });
  },
);

test("P6.13 a retry repeated with its key is the same run when nothing of it may be read any more", async () => {
  const { stack, tenant, owner, path, withhold } = await aWorld();
  const run = await takeSnapshot(stack, owner, tenant.id, types);
  const send = keyed(owner, `${path}/operations/${run.id}/retry`, { parts: "all" });
  await expectPinned(send, withhold, { parts: "failed" });
});

test("P6.13 a schedule's run repeated with its key is the same run when the schedule is gone", async () => {
  const { owner, path } = await aWorld();
  const made = await owner.post(`${path}/schedules`, { cron: "0 3 * * *", timeZone: "UTC", types });
  const schedule = `${path}/schedules/${Object(made.json).id}`;
  await expectPinned(keyed(owner, `${schedule}/run`), () => owner.delete(schedule));
});

test("P6.13 a fleet, or its retry, repeated with its key is the same run when its tenants are gone", async () => {
  const stack = await sharedStack();
  const [staying, tenant] = [await aTenant(stack), await aTenant(stack)];
  const admin = await clientOf(stack, "platform-admin");
  const remove = () => alterStored(stack.ready, tenant.id, "tenant", { kind: "removed" });
  const bring = () => alterStored(stack.ready, tenant.id, "tenant", { kind: "tenant" });
  const bodyOf = ({ id }: { id: string }) => ({ type: "fleet.snapshot", tenants: [id] });

  const start = keyed(admin, "/platform/operations", bodyOf(tenant));
  await expectPinned(start, remove, bodyOf(staying));
  await bring();
  await fleetEnded(admin, Object((await start()).json).id);

  const ended = await startFleet(admin, [tenant.id]);
  await fleetEnded(admin, ended);
  const retry = (body: object = { parts: "all" }) =>
    admin.post(`/platform/operations/${ended}/retry`, body, { "idempotency-key": "twice" });
  await expectPinned(retry, remove, { parts: "failed" });
  await bring();
});
