import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import { takeOutMarks } from "../../domain/graph/left-out.ts";
import { troubleWithId } from "../../domain/graph/object-id.ts";
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

const propertyLeftOut = "A property called __proto__ was left out; everything else of it was kept.";

export type TakingIn = {
  /** All types of the collection. */
  readonly siblings: readonly ObjectTypeContract[];
  readonly signal: AbortSignal;
  /** Whether a doubt waits for what a second list says, or counts. */
  readonly doubts: "wait" | "count";
};

/**
 * The way of one listed object into inventory and snapshot: read whole, observe, keep. One that cannot be read is named.
 * Answers how many bytes of JSON it has, if it was kept.
 */
export async function takeInObject(
  { graph, clock }: ReadDeps,
  { contract, keep, findings }: TypeReading,
  listed: ListedObject,
  { siblings, signal, doubts }: TakingIn,
): Promise<number | undefined> {
  let bytes: number | undefined;
  try {
    const trouble = troubleWithId(listed.id);
    if (trouble !== undefined) throw new Fault("graph_bad_response", trouble);
    const read = await readWholeObject(graph, { contract, siblings, listed, signal });
    if ("whole" in read) {
      const { object, isMarked } = takeOutMarks(read.whole);
      bytes = await keep(toObservedObject(contract, listed.id, object, isoTime(clock.nowMs())));
      findings.kept(listed.id);
      for (const part of read.missing) findings.partMissing(part, listed);
      if (isMarked) findings.lessened(new Fault("graph_bad_response", propertyLeftOut), listed);
    } else if (doubts === "wait") findings.doubted({ listed, reason: read.doubt });
    else findings.failed(read.doubt, listed);
  } catch (error) {
    findings.failed(error, listed);
  }
  return bytes;
}
