import { contracts } from "../../config/graph-contracts/registry.ts";
import type { Entry } from "./api-client.ts";

/** Edited first where a tenant has them: what administrators edit most. */
const usual = ["settingsCatalog", "deviceCompliancePolicy", "deviceManagementScript"];

const editable = new Map(
  contracts.filter(({ read, path }) => read === "list" && !path.includes("{")).map(({ key, path }) => [key, path]),
);

/** Up to three objects of a snapshot that can be edited, of as many types as there are. */
export function pickPolicies(entries: readonly Entry[]): Entry[] {
  const byType = Map.groupBy(
    entries.filter(({ type }) => editable.has(type)),
    ({ type }) => type,
  );
  const rank = (type: string): number => (usual.includes(type) ? usual.indexOf(type) : usual.length);
  const types = [...byType].toSorted(([a], [b]) => rank(a) - rank(b)).map(([, members]) => members);
  const firsts = types.flatMap(([first]) => first ?? []);
  return [...firsts, ...types.flatMap(([, ...others]) => others)].slice(0, 3);
}

/** Edits objects of the simulated tenant, as its administrators would. */
export async function changePolicies(
  graph: string,
  controlKey: string,
  tenantId: string,
  picked: readonly Entry[],
): Promise<void> {
  const headers = { "x-control-key": controlKey, "content-type": "application/json" };
  const body = JSON.stringify({ description: "Edited between two snapshots" });
  for (const { type, id } of picked) {
    const collection = encodeURIComponent(editable.get(type) ?? "");
    const url = `${graph}/_control/tenants/${tenantId}/objects/${encodeURIComponent(id)}?collection=${collection}`;
    const answer = await fetch(url, { method: "PATCH", headers, body });
    if (!answer.ok) throw new Error(`The simulated tenant refused the change (${answer.status}).`);
  }
}
