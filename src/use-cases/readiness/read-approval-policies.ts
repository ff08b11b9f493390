import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { toApprovalPolicy } from "../../domain/readiness/graph-answers.ts";
import type { Readiness } from "../../domain/readiness/readiness.ts";
import { unlessRefused } from "./unless-refused.ts";

type Found = Pick<Readiness, "approvalPolicies" | "unknown">;

// Intune has one for each kind of object that can be covered, about a dozen.
const most = 50;

/** Where a write waits for another administrator: the tenant's multi admin approval policies. */
export async function readApprovalPolicies(
  graph: Pick<GraphClient, "list">,
  contract: ObjectTypeContract | undefined,
  signal: AbortSignal,
): Promise<Found> {
  if (!contract) return { approvalPolicies: [], unknown: [{ part: "approvalPolicies", code: "types_withheld" }] };
  const read = await unlessRefused(() => Array.fromAsync(graph.list(contract, signal)), signal);
  if (!("value" in read)) {
    // Without Intune there are none.
    const isKnown = read.code === "not_licensed";
    return { approvalPolicies: [], unknown: isKnown ? [] : [{ part: "approvalPolicies", code: read.code }] };
  }
  const policies = read.value.flat().flatMap((answer) => toApprovalPolicy(answer) ?? []);
  return { approvalPolicies: policies.slice(0, most), unknown: [] };
}
