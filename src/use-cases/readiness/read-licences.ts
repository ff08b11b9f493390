import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { servicePlansOf } from "../../domain/readiness/graph-answers.ts";
import type { KnownLicence } from "../../domain/readiness/known-licence.ts";
import type { Readiness } from "../../domain/readiness/readiness.ts";
import { unlessRefused } from "./unless-refused.ts";

export type LicencePlan = Pick<KnownLicence, "plan" | "servicePlans"> & {
  /** Keys of the object types of the tenant that need it. */
  readonly serves: readonly string[];
};

/** Which of the licences that object types need the tenant's subscriptions hold. */
export async function readLicences(
  graph: Pick<GraphClient, "list">,
  { subscriptions, plans }: { readonly subscriptions: ObjectTypeContract; readonly plans: readonly LicencePlan[] },
  signal: AbortSignal,
): Promise<Pick<Readiness, "licences" | "unknown">> {
  const read = await unlessRefused(() => Array.fromAsync(graph.list(subscriptions, signal)), signal);
  const held = "value" in read ? new Set(read.value.flat().flatMap(servicePlansOf)) : undefined;
  return {
    licences: plans.map(({ plan, servicePlans, serves }) => ({
      plan,
      serves: [...serves],
      present: held ? [...held].some((name) => servicePlans.test(name)) : null,
    })),
    unknown: "value" in read ? [] : [{ part: "licences", code: read.code }],
  };
}
