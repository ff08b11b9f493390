import type { JsonObject } from "../../src/domain/json/json-value.ts";
import type { DesiredApplication } from "./desired-application.ts";
import type { ObservedDirectory } from "./observe-directory.ts";

/** One write. Its body may need the application's id, which is known when the application exists. */
export type SetupStep = {
  readonly does: "make application" | "change application" | "make principal" | "trust identity";
  readonly application: DesiredApplication;
  /** For people, one line. */
  readonly says: string;
  readonly toBody: (appId: string) => JsonObject;
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
  /** Takes away permissions of Microsoft Graph that no contract needs, whoever added them. */
  readonly prune: boolean;
};

export type PlanContext = PlanOptions & Pick<ObservedDirectory, "permissionIds">;
