import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { provideCoreModule } from "./core-module.ts";
import { type FunctionRegistry, makeFunctionRegistry } from "./function-registry.ts";
import type { Log } from "./log.ts";
import type { ProgrammingModel } from "./programming-model.ts";

export type LoadedApp = { readonly registry: FunctionRegistry; readonly model: ProgrammingModel };

/** Imports the files that `main` of the app's package.json names (a glob) and collects what they register. */
export async function loadApp(appRoot: string, log: Log): Promise<LoadedApp> {
  const registry = makeFunctionRegistry();
  const core = provideCoreModule({ registry, log });
  const packageFile = join(appRoot, "package.json");
  const { main, type } = readPackage(packageFile);
  const files = globSync(main, { cwd: appRoot }).sort();
  if (files.length === 0) throw new Error(`"main" of ${packageFile} is "${main}", and no file matches it.`);
  for (const file of files) await importFile(join(appRoot, file), type === "module", core.loads);
  const model = core.model();
  if (!model) throw new Error(`The app in ${appRoot} registered no function.`);
  registry.close();
  const capabilities = await model.getCapabilities({});
  if (capabilities["HttpUri"]) throw new Error("The local host has no HTTP streaming: leave enableHttpStream off.");
  return { registry, model };
}

function readPackage(file: string): { main: string; type: unknown } {
  const parsed: unknown = JSON.parse(readFileSync(file, "utf8"));
  const { main, type } = Object(parsed) as { main?: unknown; type?: unknown };
  if (typeof main !== "string") throw new Error(`${file} has no "main".`);
  return { main, type };
}

/** Node caches modules by address: the query gives every further app of one process (a restart in a test) a module of its own. */
async function importFile(path: string, isModulePackage: boolean, load: number): Promise<void> {
  const isModule = /\.m[jt]s$/.test(path) || (isModulePackage && !/\.c[jt]s$/.test(path));
  if (!isModule) {
    createRequire(path)(path);
    return;
  }
  const url = pathToFileURL(path);
  if (load > 1) url.search = `load=${load}`;
  await import(url.href);
}
