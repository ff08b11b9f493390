import type { JsonObject } from "../../src/domain/json/json-value.ts";
import type { DesiredApplication } from "./desired-application.ts";
import type { ObservedDirectory } from "./observe-directory.ts";

/** One write. Its body may need ids of applications, which are known when they exist. */
export type SetupStep = {
  readonly does: "make application" | "change application" | "make principal" | "trust identity";
  readonly application: DesiredApplication;
  /** For people, one line. */
  readonly says: string;
  /** `idOf` answers the application id of another registration of the plan by its unique name. */
  readonly toBody: (appId: string, idOf: (uniqueName: string) => string) => JsonObject;
};

export type SetupPlan = {
  /** In the order in which they must be done. */
  readonly steps: readonly SetupStep[];
  /** What a person should know, and nobody changes. */
  readonly notes: readonly string[];
  /** Why nothing may be done at all. */
  readonly refusals: readonly string[];
};

export type PlanOptions = {
  /**
   * Takes away permissions of Microsoft Graph that no contract needs, and addresses that browsers bring people of the
   * portal back to beside its own, whoever added them.
   */
  readonly prune: boolean;
};

export type PlanContext = PlanOptions & Pick<ObservedDirectory, "permissionIds" | "delegatedIds">;
