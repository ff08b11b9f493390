import { makeRandom } from "@tenantpilot/embedded-azure/random";
import { expect, test } from "vitest";
import { z } from "zod";
import { contracts } from "../../config/graph-contracts/registry.ts";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { entrySchema } from "../../src/domain/snapshot/entry.ts";
import { readMicrosoftTypes } from "../../tools/graph/microsoft-types.ts";
import { listedCollections } from "../../tools/soak/graph/graph-series.ts";
import { wholeCollection } from "../../tools/soak/graph/random-collection.ts";
import { makeRandomSource } from "../../tools/soak/graph/random-source.ts";
import type { RegistryObject } from "../../tools/soak/graph/registry-object.ts";
import { inverseOwnersOf } from "../../tools/soak/graph/registry-tenant.ts";
import { clientOf } from "./support/client.ts";
import { ended, payloadOf, type Run, snapshotOf, syncInventory } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aTenant, type TestTenant } from "./support/tenant.ts";

const groupId = "0b7c5c8e-0000-4000-8000-000000000001";

/** One random object of each kind of each type, all in one tenant; what lies below others stands below one parent. */
function fill(tenant: TestTenant): RegistryObject[] {
  const random = makeRandom(20_261_124);
  const source = makeRandomSource(readMicrosoftTypes(), random, { from: 0, to: 3 });
  return listedCollections.flatMap(([, siblings]) => {
    const put = wholeCollection(source, siblings);
    const [parents = "", below] = siblings[0]?.path.split("/{id}/") ?? [];
    const stored: unknown = put.map((each) => each.stored);
    const inside = below?.split("/").reduceRight<unknown>((inner, name) => ({ [name]: inner }), stored);
    tenant.put(parents, below === undefined ? put.map((each) => each.stored) : [{ id: "parent", ...Object(inside) }]);
    for (const { links } of siblings)
      for (const [path, owners] of inverseOwnersOf({ links }, put)) tenant.put(path, owners);
    return put;
  });
}

const pageSchema = z.object({ items: z.array(entrySchema), nextPage: z.string().nullable() });

async function allEntries(client: Awaited<ReturnType<typeof clientOf>>, run: Run) {
  const path = `/tenants/${run.tenantId}/snapshots/${run.result?.snapshotId}/entries?limit=200`;
  const entries: z.infer<typeof entrySchema>[] = [];
  for (let next: string | null = "", page = ""; next !== null; page = `&page=${next}`) {
    const answer = pageSchema.parse((await client.get(`${path}${page}`)).json);
    entries.push(...answer.items);
    next = answer.nextPage;
  }
  return entries;
}

test("every type of the registry, through the whole product, comes out of a snapshot as it went in (P1.3, pitfall 10)", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const client = await clientOf(stack, "operator");
  const { control } = stack.servers.graph;
  const put = fill(tenant);
  const secrets = contracts.filter(({ read }) => read === "never");
  for (const { path } of secrets) tenant.put(path, [{ id: "secret", currentPassword: "a password in clear" }]);
  const named: JsonObject = {
    id: "filter-of-group",
    displayName: "Names a group",
    assignments: [],
    approverGroupIds: [groupId],
  };
  tenant.put("/deviceManagement/operationApprovalPolicies", [named]);
  tenant.put("/groups", [
    { id: groupId, displayName: "Approvers" },
    { id: "nobody-names-it", displayName: "Others" },
  ]);
  control.resetCounters();

  const started = await client.post(`/tenants/${tenant.id}/snapshots`, {});
  const run = await ended(client, tenant.id, Object(started.json).id, 90_000);
  // Random objects name groups that nobody made, which the run says and which is no failure of it.
  expect(run.failures.filter(({ code }) => code !== "reference_deleted")).toEqual([]);
  expect(run.outcome).toBe("succeeded");
  expect((await snapshotOf(client, run)).state).toBe("complete");

  const held = new Set(contracts.filter(({ snapshot }) => snapshot === "whole").map(({ key }) => key));
  const wanted = put.filter(({ type, expected }) => expected !== undefined && held.has(type));
  const entries = await allEntries(client, run);
  const parents = entries.filter(({ id }) => id === "parent").length;
  const known = new Set(put.map(({ id }) => id));
  // Roles that the assignments of roles name are found from their end.
  const roles = entries.filter(({ type, id }) => type === "roleDefinition" && !known.has(id)).length;
  expect(entries.filter(({ type }) => type === "group")).toMatchObject([{ id: groupId, name: "Approvers" }]);
  expect(entries).toHaveLength(wanted.length + parents + roles + 2);
  expect(new Set(entries.map(({ type }) => type))).toEqual(held);
  for (const { type, id, expected } of wanted) {
    expect(await payloadOf(client, run, { type, id: encodeURIComponent(id) }), `${type}/${id}`).toEqual({
      ...expected,
      id,
    });
  }
  const asked = Object.keys(control.counters().byPath).join("\n").toLowerCase();
  for (const { path } of secrets) expect(asked).not.toContain(path.toLowerCase());

  const sync = await syncInventory(stack, client, tenant.id);
  expect(sync.outcome).toBe("succeeded");
  const shown = new Set(contracts.filter(({ read }) => read !== "never").map(({ key }) => key));
  for (const type of shown) {
    const { items } = Object((await client.get(`/tenants/${tenant.id}/inventory?type=${type}&limit=1000`)).json);
    const here = put.filter((each) => each.type === type && each.expected !== undefined);
    for (const { id } of here)
      expect(
        items.map((item: { id: string }) => item.id),
        type,
      ).toContain(id);
  }
});
