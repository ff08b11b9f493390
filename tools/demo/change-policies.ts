import { z } from "zod";

const objectsSchema = z.looseObject({ value: z.array(z.looseObject({ id: z.string() })) });

const collections = [
  { collection: "/deviceManagement/configurationPolicies", property: "description", name: "name" },
  { collection: "/deviceManagement/deviceCompliancePolicies", property: "description", name: "displayName" },
  { collection: "/deviceManagement/deviceManagementScripts", property: "description", name: "displayName" },
] as const;

/** Edits one policy in each of three collections of the simulated tenant, as its administrators would. Answers their names. */
export async function changePolicies(graph: string, controlKey: string, tenantId: string): Promise<string[]> {
  const headers = { "x-control-key": controlKey, "content-type": "application/json" };
  const names: string[] = [];
  for (const { collection, property, name } of collections) {
    const base = `${graph}/_control/tenants/${tenantId}/objects`;
    const query = `collection=${encodeURIComponent(collection)}`;
    const { value } = objectsSchema.parse(await (await fetch(`${base}?${query}`, { headers })).json());
    const object = value[0];
    if (!object) throw new Error(`The tenant has nothing in ${collection}.`);
    const body = JSON.stringify({ [property]: "Edited between two snapshots" });
    const answer = await fetch(`${base}/${object.id}?${query}`, { method: "PATCH", headers, body });
    if (!answer.ok) throw new Error(`The simulated tenant refused the change (${answer.status}).`);
    names.push(String(object[name]));
  }
  return names;
}
