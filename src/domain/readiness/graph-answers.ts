import { z } from "zod";

const policySchema = z.object({ displayName: z.string().catch(""), policyType: z.string().catch("unknown") });

/** A multi admin approval policy as Graph answers it; undefined when the answer is none. */
export function toApprovalPolicy(answer: unknown): { readonly name: string; readonly covers: string } | undefined {
  const policy = policySchema.safeParse(answer).data;
  return policy && { name: policy.displayName.slice(0, 200), covers: policy.policyType.slice(0, 100) };
}

// https://learn.microsoft.com/graph/api/resources/subscribedsku: of the four other states of a subscription none lets a
// service be used for long but `Warning`, its days of grace.
const usable = new Set(["Enabled", "Warning"]);
const subscriptionSchema = z.object({
  capabilityStatus: z.string(),
  servicePlans: z.array(z.object({ servicePlanName: z.string(), provisioningStatus: z.string() })),
});

/** Names of the service plans that a subscription lets a tenant use; none of an answer that is no subscription. */
export function servicePlansOf(answer: unknown): readonly string[] {
  const subscription = subscriptionSchema.safeParse(answer).data;
  if (!subscription || !usable.has(subscription.capabilityStatus)) return [];
  return subscription.servicePlans
    .filter(({ provisioningStatus }) => provisioningStatus !== "Disabled")
    .map(({ servicePlanName }) => servicePlanName);
}
