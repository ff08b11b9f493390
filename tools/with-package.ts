import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPackage } from "./build/build-package.ts";

/**
 * Builds what is deployed for as long as the work takes. The folder lies outside the repository, so that the package
 * finds nothing but itself.
 */
export async function withPackage<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "tenantpilot-package-"));
  try {
    await buildPackage(folder);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
