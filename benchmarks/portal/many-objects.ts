import { randomUUID } from "node:crypto";
import type { Stack } from "../../local/stack.ts";

/** Puts so many filters into the first demo tenant and syncs its inventory; answers the tenant's id. */
export async function manyObjects({ ready, servers, tokenFor, drain }: Stack, count: number): Promise<string> {
  const [tenant] = ready.tenants;
  if (!tenant) throw new Error("The demo has no tenant.");
  const filters = Array.from({ length: count }, (_, position) => aFilter(position));
  servers.graph.control.putObjects(tenant.id, "/deviceManagement/assignmentFilters", filters);
  const headers = { authorization: `Bearer ${await tokenFor("owner")}`, "content-type": "application/json" };
  const body = JSON.stringify({ types: ["assignmentFilter"] });
  const started = await fetch(`${ready.api}/tenants/${tenant.id}/inventory/sync`, { method: "POST", headers, body });
  if (started.status !== 202) throw new Error(`The sync was not started: ${started.status} ${await started.text()}`);
  await drain();
  return tenant.id;
}

function aFilter(position: number): object {
  return {
    id: randomUUID(),
    displayName: `Corporate devices ${String(position).padStart(5, "0")}`,
    description: "",
    platform: "windows10AndLater",
    rule: '(device.deviceOwnership -eq "Corporate")',
    assignmentFilterManagementType: "devices",
    createdDateTime: "2026-01-01T00:00:00Z",
    lastModifiedDateTime: "2026-01-01T00:00:00Z",
    roleScopeTags: ["0"],
  };
}
