import type { Capability } from "../../domain/capability/capability.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { type KnownLicence, needsLicence } from "../../domain/readiness/known-licence.ts";
import { type NeedingContracts, wantedPermissions } from "../../domain/readiness/wanted-permissions.ts";
import type { CheckPlan } from "./verify-tenant.ts";

/** What the product knows of tenants, whatever one of them has switched. */
export type CheckFacts = NeedingContracts & {
  readonly subscriptions: ObjectTypeContract;
  readonly licences: readonly KnownLicence[];
  /** Key of the type of the policies that let writes wait. */
  readonly approvalPolicy: string;
};

/** What is looked for in a tenant with these capabilities: of what its owners switched off, nothing is read. */
export function planCheck(facts: CheckFacts, capabilities: readonly Capability[]): CheckPlan {
  const readable = new Set(capabilities.flatMap(({ type, inventory }) => (inventory ? [type] : [])));
  const left = facts.objects.filter(({ key }) => readable.has(key));
  return {
    wanted: wantedPermissions(facts, capabilities),
    samples: samplesOf(left),
    subscriptions: facts.subscriptions,
    plans: facts.licences.map((each) => ({
      ...each,
      serves: left.filter((contract) => needsLicence(contract, each)).map(({ key }) => key),
    })),
    approvalPolicies: left.find(({ key }) => key === facts.approvalPolicy),
  };
}

/** Of each service group a type that is listed by itself, before one that needs more than Intune. */
function samplesOf(contracts: readonly ObjectTypeContract[]): ObjectTypeContract[] {
  const listed = contracts.filter(({ read, path }) => read === "list" && !path.includes("{id}"));
  const byGroup = Map.groupBy(listed, ({ serviceGroup }) => serviceGroup);
  return [...byGroup.values()].flatMap(
    (types) => types.find(({ licence }) => licence === undefined) ?? types.slice(0, 1),
  );
}
