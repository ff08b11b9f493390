import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import { withoutDroppedMarks } from "../../domain/graph/dropped-property.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import { objectIdProblem } from "../../domain/graph/object-id.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { ObservedObject } from "../../domain/graph/observed-object.ts";
import { toObservedObject } from "../../domain/graph/to-observed-object.ts";
import type { ListedObject } from "./listed-object.ts";
import { readWholeObject } from "./read-whole-object.ts";
import type { TypeFindings } from "./type-findings.ts";

export type ReadDeps = { readonly graph: GraphClient; readonly clock: Clock };

/** One object type of a run: what is read of it, where its objects go, and what is found out. */
export type TypeReading = {
  readonly contract: ObjectTypeContract;
  /** Ids of objects that the inventory holds for present. */
  readonly knownIds: readonly string[];
  /** Answers how many bytes of JSON the object has. */
  readonly keep: (object: ObservedObject) => Promise<number>;
  readonly findings: TypeFindings;
};

const propertyDropped = "A property called __proto__ was left out; everything else of it was kept.";

export type IngestOptions = {
  /** All types of the collection. */
  readonly siblings: readonly ObjectTypeContract[];
  readonly signal: AbortSignal;
  /** Whether a discrepancy waits for what a second list says, or is a failure. */
  readonly onDiscrepancy: "defer" | "fail";
};

/**
 * The way of one listed object into inventory and snapshot: read whole, observe, keep. One that cannot be read is named.
 * Answers how many bytes of JSON it has, if it was kept.
 */
export async function ingestObject(
  { graph, clock }: ReadDeps,
  { contract, keep, findings }: TypeReading,
  listed: ListedObject,
  { siblings, signal, onDiscrepancy }: IngestOptions,
): Promise<number | undefined> {
  let bytes: number | undefined;
  try {
    const problem = objectIdProblem(listed.id);
    if (problem !== undefined) throw new Fault("graph_bad_response", problem);
    const read = await readWholeObject(graph, { contract, siblings, listed, signal });
    if ("whole" in read) {
      const { object, isMarked } = withoutDroppedMarks(read.whole);
      bytes = await keep(toObservedObject(contract, listed.id, object, isoTime(clock.nowMs())));
      findings.kept(listed.id);
      for (const relation of read.missing) findings.relationMissing(relation, listed);
      if (isMarked) findings.keptIncomplete(new Fault("graph_bad_response", propertyDropped), listed);
    } else if (onDiscrepancy === "defer") findings.discrepancy({ listed, reason: read.discrepancy });
    else findings.failed(read.discrepancy, listed);
  } catch (error) {
    findings.failed(error, listed);
  }
  return bytes;
}
