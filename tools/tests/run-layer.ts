import { runTests, type TestRun } from "../run-tests.ts";
import { withPackage } from "../with-package.ts";
import type { Layer } from "./layers.ts";
import type { LayerTime } from "./to-budget-lines.ts";

export type LayerRun = TestRun & LayerTime;

/** Runs one layer and measures it; `args` go to the test runner. A filter that fits nothing in the layer is no failure. */
export async function runLayer(layer: Layer, args: readonly string[] = []): Promise<LayerRun> {
  const startedAt = performance.now();
  const own = [`--project=${layer.project}`, "--passWithNoTests", ...(layer.files ?? []), ...args];
  const runWith = (env: NodeJS.ProcessEnv): Promise<TestRun> => runTests({ name: layer.name, args: own, env });
  const run = await (layer.apps === "package"
    ? withPackage((folder) => runWith({ TENANTPILOT_APP: folder }))
    : runWith({}));
  return { ...run, ...layer, seconds: (performance.now() - startedAt) / 1_000 };
}

/** The layers of one command, one after another, so that each is measured by itself. */
export async function runLayers(layers: readonly Layer[], args: readonly string[] = []): Promise<LayerRun[]> {
  const runs: LayerRun[] = [];
  for (const layer of layers) runs.push(await runLayer(layer, args));
  return runs;
}
