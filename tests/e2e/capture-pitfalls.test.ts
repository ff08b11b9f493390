import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { clientOf } from "./support/client.ts";
import { entriesOf, payloadOf, snapshotOf, takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

const configurations = "/deviceManagement/deviceConfigurations";
const scripts = "/deviceManagement/deviceManagementScripts";
const templates = "/deviceManagement/groupPolicyConfigurations";

afterEach(async () => {
  (await sharedStack()).servers.graph.control.setFaults([]);
});

async function aSetting() {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  return { stack, tenant, client: await clientOf(stack, "operator"), graph: stack.servers.graph.control };
}

const times = { createdDateTime: "2026-01-01T00:00:00Z", lastModifiedDateTime: "2026-01-01T00:00:00Z" };
const groupTarget = (groupId: string) => ({ "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId });

test("pitfall 7 a script that cannot be loaded is a named gap: no entry, no error text in its place, no success", async () => {
  const { stack, tenant, client, graph } = await aSetting();
  const script = (displayName: string) => ({ ...times, id: randomUUID(), displayName, scriptContent: "ZWNobyAx" });
  const [good, bad] = [script("Good"), script("Bad")];
  tenant.put(scripts, [good, bad]);
  graph.setFaults([{ match: `GET .*${scripts}/${bad.id}$`, kind: "status", status: 400 }]);
  const run = await takeSnapshot(stack, client, tenant.id, ["deviceManagementScript"]);
  expect(run).toMatchObject({
    outcome: "partially_succeeded",
    counts: { total: 2, succeeded: 1, failed: 1 },
    failures: [{ code: "graph_refused", target: `deviceManagementScript/${bad.id}` }],
  });
  expect(await snapshotOf(client, run)).toMatchObject({ state: "complete_with_gaps" });
  expect((await entriesOf(client, run)).map(({ name }) => name)).toEqual(["Good"]);
  expect(await payloadOf(client, run, { type: "deviceManagementScript", id: good.id })).toMatchObject(good);
  expect(await payloadOf(client, run, { type: "deviceManagementScript", id: bad.id })).toMatchObject({ status: 404 });
});

test("pitfall 8 two snapshots of one moment and one label, and two policies of one name, are all kept", async () => {
  const { stack, tenant, client } = await aSetting();
  const [one, two] = [aPolicy("Same name", 1), aPolicy("Same name", 2)];
  tenant.put(policies, [one, two]);
  const types = ["settingsCatalog"];
  // Another set of types, so that the second start does not join the first.
  const starts = [types, [...types, "assignmentFilter"]].map((each) =>
    client.post(`/tenants/${tenant.id}/snapshots`, { types: each, label: "nightly" }),
  );
  const started = (await Promise.all(starts)).map(({ json }) => Object(json));
  await stack.drain();
  const read = ({ id }: { id: string }) => client.get(`/tenants/${tenant.id}/operations/${id}`);
  const runs = (await Promise.all(started.map(read))).map(({ json }) => Object(json));
  expect(new Set(runs.map(({ result }) => result.snapshotId)).size).toBe(2);
  for (const run of runs) {
    for (const policy of [one, two]) {
      const payload = Object(await payloadOf(client, run, { type: "settingsCatalog", id: policy.id }));
      expect([payload.id, payload.settings.length]).toEqual([policy.id, policy["settingCount"]]);
    }
  }
});

test("pitfall 9 an encrypted OMA-URI value is never asked for in clear and is nowhere in a snapshot", async () => {
  const { stack, tenant, client, graph } = await aSetting();
  const secret = { displayName: "Key", omaUri: "./Device/Key", isEncrypted: true, value: "clear text of a customer" };
  const open = { displayName: "Open", omaUri: "./Device/Open", isEncrypted: false, value: "shown" };
  const id = randomUUID();
  const profile = { ...times, "@odata.type": "#microsoft.graph.windows10CustomConfiguration", id, displayName: "OMA" };
  tenant.put(configurations, [{ ...profile, omaSettings: [secret, open] }]);
  graph.resetCounters();
  const run = await takeSnapshot(stack, client, tenant.id, ["deviceConfigurationCustomOma"]);
  const payload = Object(await payloadOf(client, run, { type: "deviceConfigurationCustomOma", id }));
  expect(payload.omaSettings.map(({ value }: { value: string }) => value)).toEqual(["****", "shown"]);
  expect(JSON.stringify(payload)).not.toContain(secret.value);
  expect(Object.keys(graph.counters().byPath).filter((path) => /plaintext/i.test(path))).toEqual([]);
});

test("a whole number of 64 bits keeps its digits from Graph through inventory and snapshot to the API", async () => {
  const { stack, tenant, client } = await aSetting();
  const oma = { "@odata.type": "#microsoft.graph.omaSettingInteger", omaUri: "./Device/Big", isEncrypted: false };
  const id = randomUUID();
  const profile = { ...times, "@odata.type": "#microsoft.graph.windows10CustomConfiguration", id, displayName: "OMA" };
  const values = [2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)];
  tenant.put(configurations, [{ ...profile, omaSettings: values.map((value) => ({ ...oma, value })) }]);
  const run = await takeSnapshot(stack, client, tenant.id, ["deviceConfigurationCustomOma"]);
  const payload = Object(await payloadOf(client, run, { type: "deviceConfigurationCustomOma", id }));
  expect(payload.omaSettings.map(({ value }: { value: bigint }) => value)).toEqual(values);
});

test("pitfall 10 assignments with their filters, scope tags and certificate links are in the snapshot, and their groups by name", async () => {
  const { stack, tenant, client, graph } = await aSetting();
  const [groupId, filterId, id] = [randomUUID(), randomUUID(), randomUUID()];
  const root = { id: randomUUID(), "@odata.type": "#microsoft.graph.iosTrustedRootCertificate", displayName: "Root" };
  const filter = {
    deviceAndAppManagementAssignmentFilterId: filterId,
    deviceAndAppManagementAssignmentFilterType: "include",
  };
  const target = { ...groupTarget(groupId), ...filter };
  const wifi = { ...times, "@odata.type": "#microsoft.graph.iosEnterpriseWiFiConfiguration", id, displayName: "Wi-Fi" };
  graph.putObjects(tenant.id, "/groups", [{ id: groupId, displayName: "Everybody in Bonn" }]);
  tenant.put(configurations, [
    {
      ...wifi,
      roleScopeTagIds: ["0", "7"],
      assignments: [{ id: `${id}_1`, target }],
      rootCertificatesForServerValidation: [root],
    },
  ]);
  const run = await takeSnapshot(stack, client, tenant.id, ["deviceConfigurationWifi", "group"]);
  expect(run.outcome).toBe("succeeded");
  expect(await payloadOf(client, run, { type: "deviceConfigurationWifi", id })).toMatchObject({
    roleScopeTagIds: ["0", "7"],
    assignments: [{ target }],
    rootCertificatesForServerValidation: [root],
  });
  const named = (await entriesOf(client, run)).filter(({ type }) => type === "group");
  expect(named).toMatchObject([{ id: groupId, name: "Everybody in Bonn" }]);
});

test("pitfall 11 457 assignments to 60 groups cost one look-up", async () => {
  const { stack, tenant, client, graph } = await aSetting();
  const groups = Array.from({ length: 60 }, (_, number) => ({ id: randomUUID(), displayName: `Group ${number}` }));
  const assignmentsOf = (from: number, count: number) =>
    Array.from({ length: count }, (_, number) => ({
      id: `${from}_${number}`,
      target: groupTarget(groups[(from + number) % groups.length]?.id ?? ""),
    }));
  graph.putObjects(tenant.id, "/groups", groups);
  const counts = Array.from({ length: 100 }, (_, number) => (number < 57 ? 5 : 4));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(457);
  const more = (number: number, count: number) => ({ assignments: assignmentsOf(number * 5, count), isAssigned: true });
  tenant.put(
    policies,
    counts.map((count, number) => aPolicy(`P${number}`, 1, more(number, count))),
  );
  graph.resetCounters();
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog", "group"]);
  expect((await entriesOf(client, run)).filter(({ type }) => type === "group")).toHaveLength(60);
  const lookUps = Object.entries(graph.counters().byPath).filter(([path]) => /groups|getByIds/i.test(path));
  expect(lookUps.map(([, count]) => count)).toEqual([1]);
});

test("pitfall 11 an ADMX policy of 60 settings costs a few requests, not one a setting", async () => {
  const { stack, tenant, client, graph } = await aSetting();
  const id = randomUUID();
  const definitionValues = Array.from({ length: 60 }, (_, number) => ({
    id: `v${number}`,
    enabled: true,
    definition: { id: `d${number}` },
    presentationValues: [{ id: `p${number}`, presentation: { id: "x" }, value: `${number}` }],
  }));
  tenant.put(templates, [{ ...times, id, displayName: "ADMX", definitionValues, assignments: [] }]);
  graph.resetCounters();
  const run = await takeSnapshot(stack, client, tenant.id, ["groupPolicyConfiguration"]);
  expect(await payloadOf(client, run, { type: "groupPolicyConfiguration", id })).toMatchObject({ definitionValues });
  // The list, two parts, and 60 presentation values of which 8 at most go alone before the others share batches of 20.
  expect(graph.counters().requests).toBeLessThanOrEqual(1 + 2 + 8 + 3);
});
