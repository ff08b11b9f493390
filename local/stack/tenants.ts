import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";
import type { DirectoryTenant } from "@tenantpilot/embedded-azure/entra/directory";
import type { RunningGraph } from "@tenantpilot/graph-simulator";
import { hashOfText } from "../../src/domain/hash/hash-of-text.ts";
import { canonicalJson } from "../../src/domain/json/canonical-json.ts";
import { type ImportedFolder, importFolder } from "../import/import-folder.ts";
import { demoTenants } from "../seeds/demo-tenants.ts";
import { homeGroups } from "../seeds/home-groups.ts";
import { makeDefinitions } from "../seeds/make-definitions.ts";
import { makeDemoTenant } from "../seeds/make-demo-tenant.ts";
import type { SeedObject } from "../seeds/seed-tenant.ts";
import { makeSubscription } from "../seeds/subscriptions.ts";
import { homeTenantId } from "./identities.ts";
import type { ImportRecord, ImportRecords } from "./import-record.ts";
import { type ImportTenant, toImportTenants } from "./import-tenants.ts";

type Control = RunningGraph["control"];

/** A tenant of the simulated Graph and what is in it when it is new. */
export type StackTenant = DirectoryTenant & {
  readonly content: () => readonly SeedObject[];
  /** The folder that it is made of, and what was found there; null for a built-in tenant. */
  readonly imported: (Omit<ImportedFolder, "objects"> & { readonly folder: string }) | null;
};

/** What filling a tenant came to. `kept`: it was there, and its folder is as it was. */
export type FillResult = {
  readonly tenant: StackTenant;
  readonly reading: "new" | "kept" | "again";
  /** Objects that were put, and that were taken away because the folder has them no more. */
  readonly put: number;
  readonly removed: number;
};

/** The built-in tenants and one for each imported folder. */
export async function stackTenants(importFolders: readonly string[], known: ImportRecords): Promise<StackTenant[]> {
  const builtIn = demoTenants.map(({ id, name, seed }) => ({
    id,
    name,
    imported: null,
    content: () => makeDemoTenant(seed),
  }));
  return [...builtIn, ...(await Promise.all(toImportTenants(importFolders, known).map(importedTenant)))];
}

async function importedTenant({ id, name, folder }: ImportTenant): Promise<StackTenant> {
  const { objects, ...imported } = await importFolder(folder).catch((cause: unknown) => {
    throw new CannotStart(`The folder ${folder} cannot be read.`, { cause });
  });
  return { id, name, imported: { ...imported, folder }, content: () => objects };
}

/** The provider's own directory: no tenant of the product, and it has nothing but groups. */
export function fillHome(control: Control): void {
  if (control.hasTenant(homeTenantId)) return;
  control.putTenant({ id: homeTenantId, name: "Demo provider" });
  control.putObjects(homeTenantId, "/groups", homeGroups);
}

/**
 * Fills tenants that the simulator does not have yet, and brings those up to date whose folder has changed since. What
 * people changed in a tenant stays, but for objects that the folder has otherwise than before.
 */
export function fillTenants(control: Control, tenants: readonly StackTenant[], known: ImportRecords): FillResult[] {
  return tenants.map((tenant) => {
    if (control.hasTenant(tenant.id)) {
      return tenant.imported
        ? readAgain(control, tenant, known[tenant.id])
        : { tenant, reading: "kept", put: 0, removed: 0 };
    }
    control.putTenant({ id: tenant.id, name: tenant.name });
    const content = tenant.content();
    putAll(
      control,
      tenant,
      tenant.imported ? content : [...content, makeSubscription(tenant.id), ...makeDefinitions()],
    );
    return { tenant, reading: "new", put: content.length, removed: 0 };
  });
}

function readAgain(control: Control, tenant: StackTenant, before: ImportRecord | undefined): FillResult {
  const content = tenant.content();
  const now = new Set(content.map(keyOf));
  const changed = content.filter((each) => before?.objects[keyOf(each)] !== contentHashOf(each));
  const gone = Object.keys(before?.objects ?? {}).filter((key) => !now.has(key));
  putAll(control, tenant, changed);
  for (const key of gone) {
    const [collectionPath = "", id = ""] = key.split(" ");
    control.deleteObject(tenant.id, collectionPath, id);
  }
  const reading = changed.length + gone.length === 0 ? "kept" : "again";
  return { tenant, reading, put: changed.length, removed: gone.length };
}

function putAll(control: Control, { id }: StackTenant, content: readonly SeedObject[]): void {
  for (const [path, seeded] of Map.groupBy(content, ({ collectionPath }) => collectionPath)) {
    control.putObjects(
      id,
      path,
      seeded.map(({ object }) => object),
    );
  }
}

/** What the next start is to know of the imported tenants; those of other starts stay as they are. */
export function toImportRecords(tenants: readonly StackTenant[], known: ImportRecords): ImportRecords {
  const records = tenants.flatMap(({ id, imported, content }): [string, ImportRecord][] => {
    if (!imported) return [];
    const objects = Object.fromEntries(content().map((each) => [keyOf(each), contentHashOf(each)]));
    return [[id, { folder: imported.folder, objects }]];
  });
  return { ...known, ...Object.fromEntries(records) };
}

/** An import gives every object an id; a collection's path has no blank. */
function keyOf({ collectionPath, object }: SeedObject): string {
  return `${collectionPath} ${typeof object["id"] === "string" ? object["id"] : ""}`;
}

function contentHashOf({ object }: SeedObject): string {
  return hashOfText(canonicalJson(object));
}
