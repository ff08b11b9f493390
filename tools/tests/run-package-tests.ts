import { withPackage } from "../with-package.ts";
import { packageRun } from "./layers.ts";
import { type LayerRun, runLayer } from "./run-layer.ts";

/** Runs the end-to-end tests with both apps started from what is deployed. */
export function runPackageTests(args: readonly string[] = []): Promise<LayerRun> {
  return withPackage((folder) => runLayer(packageRun, args, { TENANTPILOT_APP: folder }));
}
