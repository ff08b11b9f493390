import { withPackage } from "../with-package.ts";
import { packageFiles, packageRun } from "./layers.ts";
import { type LayerRun, runLayer } from "./run-layer.ts";

/** Runs end-to-end tests with both apps started from what is deployed; `args` go to the test runner, instead of the files. */
export function runPackageTests(args: readonly string[] = packageFiles): Promise<LayerRun> {
  return withPackage((folder) => runLayer(packageRun, args, { TENANTPILOT_APP: folder }));
}
