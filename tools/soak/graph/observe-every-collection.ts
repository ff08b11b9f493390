import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startGraph } from "@tenantpilot/graph-simulator";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { readMicrosoftTypes } from "../../graph/microsoft-types.ts";
import { listedCollections, observeAtRandom } from "./graph-series.ts";

/** Every collection of the registry once, with random objects, pages and refusals of this seed; its contradictions. */
export async function observeEveryCollection(seed: number): Promise<{ did: string; contradictions: string[] }> {
  const dir = await mkdtemp(join(tmpdir(), "soak-graph-"));
  const graph = await startGraph({ port: 0, dir, contracts });
  const microsoft = readMicrosoftTypes();
  const contradictions: string[] = [];
  let objects = 0;
  try {
    for (const [name, siblings] of listedCollections) {
      const round = await observeAtRandom(graph, microsoft, siblings, seed);
      objects += round.put;
      contradictions.push(...round.contradictions.map((each) => `${name}: ${each}`));
    }
  } finally {
    await graph.close();
    await rm(dir, { recursive: true, force: true });
  }
  return { did: `${listedCollections.length} collections, ${objects} objects`, contradictions };
}
