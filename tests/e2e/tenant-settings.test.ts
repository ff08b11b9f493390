import { expect, test } from "vitest";
import { z } from "zod";
import { capabilitySchema } from "../../src/domain/capability/capability.ts";
import { type Client, clientOf } from "./support/client.ts";
import { endOf, readRun, takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { storedOf } from "./support/stored.ts";
import { aFilter, aPolicy, aTenant, filters, policies } from "./support/tenant.ts";

const capabilitiesSchema = z.object({ items: z.array(capabilitySchema) });

async function capabilityOf(client: Client, path: string, type: string) {
  const { items } = capabilitiesSchema.parse((await client.get(path)).json);
  return items.find((each) => each.type === type);
}

async function usersOf(...names: string[]) {
  const stack = await sharedStack();
  return {
    stack,
    tenant: await aTenant(stack),
    clients: await Promise.all(names.map((name) => clientOf(stack, name))),
  };
}

/** Changes settings as whoever has just read them. */
async function change(client: Client, tenantId: string, body: object) {
  const path = `/tenants/${tenantId}/settings`;
  const etag = (await client.get(path)).headers.get("etag") ?? "";
  return client.patch(path, body, { "if-match": etag });
}

test("owners switch types of their tenant, members read what comes of it, and it is audited (P4.1, P6.4)", async () => {
  const { stack, tenant, clients } = await usersOf("owner", "reader");
  const [owner, reader] = clients as [Client, Client];
  const path = `/tenants/${tenant.id}`;
  const open = { mostRestore: "enabled", withheld: [], highRiskEnabled: [] };
  expect((await reader.get(`${path}/settings`)).json).toEqual(open);
  const switched = { ...open, withheld: ["assignmentFilter"], highRiskEnabled: ["conditionalAccessPolicy"] };
  expect(await change(owner, tenant.id, switched)).toMatchObject({ status: 200, json: switched });
  expect((await reader.get(`${path}/settings`)).json).toEqual(switched);

  const withheld = await capabilityOf(reader, `${path}/capabilities`, "assignmentFilter");
  expect(withheld).toMatchObject({ inventory: false, snapshot: false, restore: "none" });
  expect(withheld?.reasons).toEqual(["Switched off for this tenant."]);
  // The product itself allows previews only, whatever an owner enables.
  const enabled = await capabilityOf(reader, `${path}/capabilities`, "conditionalAccessPolicy");
  expect(enabled).toMatchObject({ restore: "preview_only", reasons: expect.not.arrayContaining([/High risk/]) });
  expect(await capabilityOf(reader, "/capabilities", "assignmentFilter")).toMatchObject({ inventory: true });

  const { audit } = await storedOf(stack.ready, tenant.id);
  expect(audit.filter(({ action }) => action === "setting.changed")).toMatchObject([
    {
      target: "capabilities",
      before: { withheld: [], highRiskEnabled: [] },
      after: { withheld: ["assignmentFilter"], highRiskEnabled: ["conditionalAccessPolicy"] },
      actor: { kind: "user" },
    },
  ]);
});

test("nobody below an owner changes settings, and who is no member sees none (P5.1, P5.3)", async () => {
  const { tenant, clients } = await usersOf("manager", "outsider");
  const [manager, outsider] = clients as [Client, Client];
  const path = `/tenants/${tenant.id}`;
  const refused = { status: 403, json: { code: "missing_right", missingRight: "setting.write" } };
  expect(await change(manager, tenant.id, { withheld: ["policySet"] })).toMatchObject(refused);
  expect((await outsider.get(`${path}/settings`)).status).toBe(404);
  expect((await outsider.get(`${path}/capabilities`)).status).toBe(404);
  expect((await manager.get(`${path}/settings`)).json).toMatchObject({ withheld: [] });
});

test("one of two owners who change settings at once is told to read again", async () => {
  const { tenant, clients } = await usersOf("owner");
  const [owner] = clients as [Client];
  const path = `/tenants/${tenant.id}/settings`;
  const etag = (await owner.get(path)).headers.get("etag") ?? "";
  const answers = await Promise.all(
    ["policySet", "deviceCategory"].map((type) => owner.patch(path, { withheld: [type] }, { "if-match": etag })),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  const won = answers.find(({ status }) => status === 200);
  expect((await owner.get(path)).json).toEqual(won?.json);
  expect((await owner.get(path, { "if-none-match": won?.headers.get("etag") ?? "" })).status).toBe(304);
});

test("a change of settings that is not understood is refused and changes nothing", async () => {
  const { tenant, clients } = await usersOf("owner");
  const [owner] = clients as [Client];
  for (const [body, code] of [
    [{ withheld: "policySet" }, "invalid_request"],
    [{ highRisk: [] }, "invalid_request"],
    [{ mostRestore: "everything" }, "invalid_request"],
    [{ withheld: ["nothing"] }, "unknown_object_type"],
    [{ highRiskEnabled: ["deviceCategory"] }, "not_high_risk"],
  ] as const) {
    expect(await change(owner, tenant.id, body)).toMatchObject({ status: 400, json: { code } });
  }
  const blind = await owner.patch(`/tenants/${tenant.id}/settings`, { withheld: [] });
  expect(blind).toMatchObject({ status: 428, json: { code: "precondition_required" } });
});

test("when every type is switched off nothing starts, and the answer says which switch it is", async () => {
  const { stack, tenant, clients } = await usersOf("owner");
  const [owner] = clients as [Client];
  const path = `/tenants/${tenant.id}`;
  const before = await takeSnapshot(stack, owner, tenant.id, ["settingsCatalog"]);
  const made = await owner.post(`${path}/schedules`, { cron: "0 3 * * *", timeZone: "UTC" });
  const all = capabilitiesSchema.parse((await owner.get("/capabilities")).json).items.map(({ type }) => type);
  await change(owner, tenant.id, { withheld: all });
  const starts = [
    await owner.post(`${path}/snapshots`, {}),
    await owner.post(`${path}/inventory/sync`, {}),
    await owner.post(`${path}/operations/${before.id}/retry`, { parts: "all" }),
    await owner.post(`${path}/schedules/${Object(made.json).id}/run`),
  ];
  for (const { status, json } of starts) {
    expect([status, Object(json).code]).toEqual([409, "types_withheld"]);
    expect(Object(json).detail).toContain("withheld");
  }
  expect((await storedOf(stack.ready, tenant.id)).runs).toHaveLength(1);
});

test("a type that is switched off is in no run that starts afterwards, by hand, by retry or by schedule", async () => {
  const { stack, tenant, clients } = await usersOf("owner");
  const [owner] = clients as [Client];
  tenant.put(filters, [aFilter("A")]);
  tenant.put(policies, [aPolicy("P")]);
  const types = ["assignmentFilter", "settingsCatalog"];
  const before = await takeSnapshot(stack, owner, tenant.id, types);
  expect(before.counts.succeeded).toBe(2);
  const schedule = { cron: "0 3 * * *", timeZone: "UTC", jitterMinutes: 0, types };
  const made = await owner.post(`/tenants/${tenant.id}/schedules`, schedule);
  expect(made.status).toBe(201);

  await change(owner, tenant.id, { withheld: ["assignmentFilter"] });
  const path = `/tenants/${tenant.id}`;
  expect(await owner.post(`${path}/snapshots`, { types })).toMatchObject({
    status: 400,
    json: { code: "unknown_object_type" },
  });
  expect(await owner.post(`${path}/schedules`, schedule)).toMatchObject({ status: 400 });
  const typesOf = async (run: { id: string }): Promise<string[]> => {
    await stack.drain();
    const { documents } = await storedOf(stack.ready, tenant.id);
    const named = documents.find(({ id }) => id === run.id)?.input.types;
    return named ?? documents.find(({ id }) => id === `selection-${run.id}`)?.types.split(" ");
  };
  const retried = Object((await owner.post(`${path}/operations/${before.id}/retry`, { parts: "all" })).json);
  expect(await typesOf(retried)).toEqual(["settingsCatalog"]);
  const byHand = Object((await owner.post(`${path}/schedules/${Object(made.json).id}/run`)).json);
  expect(await typesOf(byHand)).toEqual(["settingsCatalog"]);
  const whole = Object((await owner.post(`${path}/inventory/sync`, {})).json);
  expect(await typesOf(whole)).not.toContain("assignmentFilter");
  expect((await readRun(owner, tenant.id, whole.id)).outcome).toBe("succeeded");
  await endOf(stack, owner, tenant.id, whole.id);
});
