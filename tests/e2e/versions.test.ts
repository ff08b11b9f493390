import { expect, test } from "vitest";
import { z } from "zod";
import { runViewSchema } from "../../src/domain/operation-run/run-view.ts";
import { clientOf } from "./support/client.ts";
import { endOf } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aTenant } from "./support/tenant.ts";

const policies = "/deviceManagement/configurationPolicies";
const id = "88888888-0000-4000-8000-000000000001";

const pageSchema = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

function itemsOf({ json }: { readonly json: unknown }) {
  return pageSchema.parse(json).items;
}

test("snapshots make an object's history: what changed, when, by whom, and nobody's name without the right (P6.10)", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [{ id, name: "Policy", description: "before", platforms: "windows10", technologies: "mdm" }]);
  const operator = await clientOf(stack, "operator");
  const path = `/tenants/${tenant.id}`;
  const done = async (start: string, body?: object) => {
    const started = await operator.post(`${path}${start}`, body);
    return endOf(stack, operator, tenant.id, runViewSchema.parse(started.json).id);
  };
  await done("/snapshots", { types: ["settingsCatalog"] });
  await done("/snapshots", { types: ["settingsCatalog"], label: "again" });
  const ada = { auditActorType: "ItPro", userId: "u-1", userPrincipalName: "ada@example.com" };
  stack.servers.graph.control.patchObject(tenant.id, policies, id, { description: "after" }, ada);
  await done("/inventory/sync", { types: ["settingsCatalog"] });
  const known = async () => (await operator.get(`${path}/inventory/settingsCatalog/${id}`)).json;
  expect(await known(), "changed, and nobody has what it is now").toMatchObject({
    observedChangeAt: expect.stringMatching(/^20/),
  });
  await done("/snapshots", { types: ["settingsCatalog"] });
  expect(await known()).toMatchObject({ observedChangeAt: null });
  await done("/events/collect");

  const history = `${path}/objects/settingsCatalog/${id}/versions`;
  const versions = itemsOf(await operator.get(history));
  expect(versions).toMatchObject([
    { event: "changed", objectId: id, who: { state: "known", events: [{ actor: { name: "ada@example.com" } }] } },
    { event: "new", objectId: id, notBefore: null, who: { state: "not_collected", events: [] } },
  ]);
  const [changed, first] = versions;
  expect(itemsOf(await operator.get(`${path}/changes?event=changed&type=settingsCatalog`))).toEqual([changed]);
  expect((await operator.get(`${history}/${first?.id}/payload`)).json).toMatchObject({ id, description: "before" });
  expect((await operator.get(`${history}/${changed?.id}/diff?against=${first?.id}`)).json).toMatchObject({
    left: { id: first?.id },
    right: { id: changed?.id },
    changes: [{ kind: "changed", area: "properties", path: ["description"], before: "before", after: "after" }],
  });

  expect((await operator.get(`${history}/${changed?.id}/diff`)).json).toMatchObject({ left: { id: first?.id } });
  expect((await operator.get(`${history}/${first?.id}/diff`)).json).toMatchObject({ left: null, changes: [] });

  const reader = await clientOf(stack, "reader");
  const seen = await reader.get(history);
  expect(itemsOf(seen)[0]).toMatchObject({
    who: { state: "known", events: [{ actor: { kind: "person", name: null } }] },
  });
  expect(JSON.stringify(seen.json)).not.toContain("ada@example.com");
  const other = `${path}/objects/settingsCatalog/${id.replace("88", "99")}/versions/${first?.id}`;
  expect((await reader.get(other)).status).toBe(404);
});
