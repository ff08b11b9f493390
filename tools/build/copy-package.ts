import { cp } from "node:fs/promises";
import { buildPackage } from "./build-package.ts";

/** What is deployed, in a folder of the caller's: a copy of what the run of tests starts its apps from, or built now. */
export async function copyPackage(folder: string): Promise<void> {
  const built = process.env["TENANTPILOT_APP"];
  await (built ? cp(built, folder, { recursive: true }) : buildPackage(folder));
}
