import { createHash } from "node:crypto";
import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";
import type { DirectoryTenant } from "@tenantpilot/embedded-azure/entra/directory";
import type { RunningGraph } from "@tenantpilot/graph-simulator";
import { importFolder } from "../import/import-folder.ts";
import { demoTenants } from "../seeds/demo-tenants.ts";
import { makeDemoTenant } from "../seeds/make-demo-tenant.ts";

type Seeded = { readonly collectionPath: string; readonly object: Parameters<PutObjects>[2][number] };
type PutObjects = RunningGraph["control"]["putObjects"];

/** A tenant of the simulated Graph and what is in it when it is new. */
export type StackTenant = DirectoryTenant & {
  readonly content: () => readonly Seeded[];
  /** Files of an import that could not be read, each with the reason. */
  readonly problems: readonly { readonly file: string; readonly reason: string }[];
};

/** The built-in tenants and one for each imported folder, named after it. */
export async function stackTenants(importFolders: readonly string[]): Promise<StackTenant[]> {
  const builtIn = demoTenants.map(({ id, name, seed }) => ({
    id,
    name,
    problems: [],
    content: () => makeDemoTenant(seed),
  }));
  return [...builtIn, ...(await Promise.all(importFolders.map(importedTenant)))];
}

async function importedTenant(folder: string): Promise<StackTenant> {
  const { tenantName, objects, problems } = await importFolder(folder).catch((cause: unknown) => {
    throw new CannotStart(`The folder ${folder} cannot be read.`, { cause });
  });
  return { id: tenantIdOf(tenantName), name: tenantName, problems, content: () => objects };
}

/** The same folder name gives the same tenant at the next start. */
function tenantIdOf(name: string): string {
  const hex = createHash("sha256").update(`imported tenant ${name}`).digest("hex");
  return hex.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}

/** Fills tenants that the simulator does not have yet; what people changed in the others stays. */
export function fillTenants(control: RunningGraph["control"], tenants: readonly StackTenant[]): void {
  for (const { id, name, content } of tenants) {
    if (control.hasTenant(id)) continue;
    control.putTenant({ id, name });
    const byCollection = Map.groupBy(content(), ({ collectionPath }) => collectionPath);
    for (const [path, objects] of byCollection) {
      control.putObjects(
        id,
        path,
        objects.map(({ object }) => object),
      );
    }
  }
}
