import type { GraphClient } from "../../domain/graph/graph-client.ts";
import { intunePaths, noIntune } from "../../domain/graph/no-intune.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { Readiness, Sample } from "../../domain/readiness/readiness.ts";
import { unlessRefused } from "./unless-refused.ts";

export type ReadSample = {
  readonly sample: Sample;
  /** What its answer says of Intune; undefined when nothing. */
  readonly intune: "present" | "absent" | undefined;
};

/** Reads the first page of one object type of each service group. */
export function readSamples(
  graph: Pick<GraphClient, "list">,
  contracts: readonly ObjectTypeContract[],
  signal: AbortSignal,
  onRead: () => void,
): Promise<ReadSample[]> {
  return Promise.all(
    contracts.map(async (contract) => {
      const sample = await readSample(graph, contract, signal);
      onRead();
      return sample;
    }),
  );
}

async function readSample(
  graph: Pick<GraphClient, "list">,
  contract: ObjectTypeContract,
  signal: AbortSignal,
): Promise<ReadSample> {
  const read = await unlessRefused(() => readFirstPage(graph, contract, signal), signal);
  const { serviceGroup: group } = contract;
  const isOfIntune = intunePaths.test(contract.path);
  if ("value" in read) {
    return { sample: { group, state: "readable", code: null }, intune: isOfIntune ? "present" : undefined };
  }
  const { code, fault } = read;
  const state = code === "not_licensed" ? code : "unknown";
  return { sample: { group, state, code }, intune: fault.message === noIntune ? "absent" : undefined };
}

async function readFirstPage(
  graph: Pick<GraphClient, "list">,
  contract: ObjectTypeContract,
  signal: AbortSignal,
): Promise<void> {
  for await (const _page of graph.list(contract, signal)) return;
}

/** One answer of Intune is enough to know that it is there. */
export function intuneOf(samples: readonly ReadSample[]): Readiness["intune"] {
  if (samples.some(({ intune }) => intune === "present")) return "present";
  return samples.some(({ intune }) => intune === "absent") ? "absent" : "unknown";
}
