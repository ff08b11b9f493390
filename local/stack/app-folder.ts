import { fileURLToPath } from "node:url";

/** Folder of the sources. */
export const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Folder of the app that runs unless a caller names one: this repository, or the built package that `TENANTPILOT_APP` names. */
export function appFolder(): string {
  // An empty variable is one that is not set.
  return process.env["TENANTPILOT_APP"] || repository;
}
