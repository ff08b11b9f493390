import { runTests, type TestRun } from "../run-tests.ts";
import type { Layer } from "./layers.ts";
import type { LayerTime } from "./to-budget-lines.ts";

export type LayerRun = TestRun & LayerTime;

/** Runs one layer and measures it; `args` go to the test runner. A filter that fits nothing in the layer is no failure. */
export async function runLayer(
  layer: Layer,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<LayerRun> {
  const startedAt = performance.now();
  const own = [`--project=${layer.project}`, "--passWithNoTests", ...args];
  const run = await runTests({ name: layer.name, args: own, env });
  return { ...run, ...layer, seconds: (performance.now() - startedAt) / 1_000 };
}

/** The layers of one command, one after another, so that each is measured by itself. */
export async function runLayers(layers: readonly Layer[], args: readonly string[] = []): Promise<LayerRun[]> {
  const runs: LayerRun[] = [];
  for (const layer of layers) runs.push(await runLayer(layer, args));
  return runs;
}
