import type { Capability } from "../capability/capability.ts";
import type { ComparedTypes } from "../comparison/compared-side.ts";
import type { Group } from "../directory/group.ts";
import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import type { JsonObject } from "../json/json-value.ts";
import type { Entry } from "../snapshot/entry.ts";
import type { PlanDecisions } from "./plan-decisions.ts";
import type { PlanOptions } from "./plan-options.ts";

/** An object of a snapshot. */
export type PlanEntry = Pick<Entry, "type" | "id" | "name" | "payloadHash" | "payloadVersion">;

/** A sealed snapshot: what it holds, how completely each type was read, and one payload at a time. */
export type PlanSide = {
  readonly tenantId: string;
  readonly entries: readonly PlanEntry[];
  readonly types: ComparedTypes;
  readonly payloadOf: (entry: PlanEntry) => Promise<JsonObject>;
};

/** What a tenant offers at the moment, by the lists that contracts name; a list that was not read is not there. */
export type Offers = ReadonlyMap<string, ReadonlySet<string>>;

/** What the owners of the target decided about writing. */
export type RestoreSettings = {
  /** Types of high risk that may be written. */
  readonly highRiskEnabled: readonly string[];
  /** Groups and users that no rule of access may ever reach; null while nobody said. */
  readonly breakGlass: { readonly groupIds: readonly string[]; readonly userIds: readonly string[] } | null;
  /** The service principal of the write application in the target; null while it is not known. */
  readonly writerPrincipalId: string | null;
};

/** All that a plan depends on. */
export type PlanInput = {
  readonly contracts: readonly ObjectTypeContract[];
  readonly capabilities: readonly Capability[];
  readonly source: PlanSide;
  /** The target, read for this plan. */
  readonly base: PlanSide & { readonly offers: Offers };
  /** Groups of the target, deleted ones too. */
  readonly directory: readonly Group[];
  readonly decisions: PlanDecisions;
  readonly options: PlanOptions & {
    /** The day that names of copies say, such as `20261201`. */
    readonly day: string;
  };
  /** What a token of the write application grants in the target; null where it is not consented. */
  readonly writeRoles: readonly string[] | null;
  /** Kinds of multi admin approval that are in force in the target; null where that could not be read. */
  readonly approvals: readonly string[] | null;
  readonly settings: RestoreSettings;
};
