import { createHash } from "node:crypto";
import { basename, dirname, resolve } from "node:path";
import type { ImportRecords } from "./import-record.ts";

export type ImportTenant = { readonly id: string; readonly name: string; readonly folder: string };

/**
 * The tenant of each folder: named after it, the same at each start. Two folders of one name are two tenants, and are
 * told apart by the folder above; a folder that is passed twice is one.
 */
export function toImportTenants(folders: readonly string[], known: ImportRecords): ImportTenant[] {
  const all = [...new Set(folders.map((folder) => resolve(folder)))];
  const taken = new Map(Object.entries(known).map(([id, { folder }]) => [folder, id]));
  for (const folder of all) {
    const byName = tenantIdOf(basename(folder));
    const isFree = ![...taken.values()].includes(byName);
    if (!taken.has(folder)) taken.set(folder, isFree ? byName : tenantIdOf(folder));
  }
  return all.map((folder) => {
    const id = taken.get(folder) ?? tenantIdOf(folder);
    const isOnly = id === tenantIdOf(basename(folder)) && all.filter(isCalled(basename(folder))).length === 1;
    return { id, folder, name: isOnly ? basename(folder) : `${basename(dirname(folder))}/${basename(folder)}` };
  });
}

function isCalled(name: string): (folder: string) => boolean {
  return (folder) => basename(folder) === name;
}

function tenantIdOf(name: string): string {
  const hex = createHash("sha256").update(`imported tenant ${name}`).digest("hex");
  return hex.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}
