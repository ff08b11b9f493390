import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { restoreBicep, restoredBicep } from "./restore-bicep.ts";

/** What the search reads: the process's environment and the folder that keeps a restored compiler. */
export interface BicepSearch {
  environment: NodeJS.ProcessEnv;
  cache: string;
}

/**
 * The path of a bicep compiler: the one that BICEP names, then PATH, then the Azure CLI's, then a restored one, which the
 * .NET SDK fetches when it is there. Undefined when this machine has no way to get one.
 */
export async function findBicep(search: BicepSearch): Promise<string | undefined> {
  const { environment, cache } = search;
  const named = environment["BICEP"];
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error(`BICEP names ${named}, and there is no such file.`);
    return named;
  }
  const present = presentBicep(search);
  if (present !== undefined) return present;
  if (!canRestore(search)) return undefined;
  await restoreBicep(cache);
  return restoredBicep(cache);
}

/** Whether `findBicep` would find or fetch one. Fetches nothing. */
export function mayFindBicep(search: BicepSearch): boolean {
  return (search.environment["BICEP"] ?? "") !== "" || presentBicep(search) !== undefined || canRestore(search);
}

function presentBicep({ environment, cache }: BicepSearch): string | undefined {
  return onPath("bicep", environment) ?? ofAzureCli(environment) ?? existing(restoredBicep(cache));
}

function canRestore({ environment, cache }: BicepSearch): boolean {
  return onPath("dotnet", environment) !== undefined && restoredBicep(cache) !== undefined;
}

function onPath(program: string, environment: NodeJS.ProcessEnv): string | undefined {
  const names = process.platform === "win32" ? [`${program}.exe`] : [program];
  const folders = (environment["PATH"] ?? environment["Path"] ?? "").split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

// `az bicep install` puts it below the CLI's own configuration folder.
function ofAzureCli(environment: NodeJS.ProcessEnv): string | undefined {
  const folder = environment["AZURE_CONFIG_DIR"] ?? join(homedir(), ".azure");
  return existing(join(folder, "bin", process.platform === "win32" ? "bicep.exe" : "bicep"));
}

function existing(path: string | undefined): string | undefined {
  return path !== undefined && existsSync(path) ? path : undefined;
}
