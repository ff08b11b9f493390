import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** How to start the browser of this machine. */
export type FoundBrowser = { readonly executablePath: string; readonly args: readonly string[] };

const names = ["chromium", "chromium-browser", "google-chrome"];

/**
 * The browser that CHROMIUM_PATH names, else the first of its kind on PATH; undefined where there is none. Throws when
 * CHROMIUM_PATH names no file.
 */
export function findBrowser(environment: NodeJS.ProcessEnv): FoundBrowser | undefined {
  const executablePath = namedBrowser(environment) ?? onPath(environment);
  return executablePath === undefined ? undefined : { executablePath, args: argumentsOf() };
}

function namedBrowser({ CHROMIUM_PATH: named }: NodeJS.ProcessEnv): string | undefined {
  // An empty variable is one that is not set.
  if (!named) return undefined;
  if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  return named;
}

function onPath({ PATH = "" }: NodeJS.ProcessEnv): string | undefined {
  const folders = PATH.split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Chromium refuses to start its sandbox for root. */
function argumentsOf(): readonly string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
