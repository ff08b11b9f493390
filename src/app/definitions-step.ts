import { settingCatalogs, settingCategories } from "../../config/graph-contracts/feeds.ts";
import type { StepIn } from "../domain/operation-run/one-step.ts";
import { toGraphRun } from "../domain/operation-run/to-graph-run.ts";
import { type TenantId, tenantIdSchema } from "../domain/tenant-scope/tenant-scope.ts";
import type { WorkerSettings } from "../settings.ts";
import { chooseTenant } from "../use-cases/definition/choose-tenant.ts";
import { openRefresh } from "../use-cases/definition/refresh-definitions.ts";
import type { Base } from "./base.ts";
import { notingSignIn } from "./noting-sign-in.ts";
import type { TenantGateway } from "./tenant-gateway.ts";

const group = "definitions";

/** The tenant that the deployment names for it. */
export function namedTenant({ DEFINITIONS_TENANT }: WorkerSettings): TenantId | undefined {
  return tenantIdSchema.optional().parse(DEFINITIONS_TENANT);
}

/** The step of `definitions.refresh`: a run of the platform that asks the Graph of one tenant. */
export function makeDefinitionsStep(base: Base, settings: WorkerSettings, gateway: TenantGateway): StepIn {
  return (scope) => ({
    group,
    open: async (run) => {
      const asked = await chooseTenant({ ...base, named: namedTenant(settings) });
      const { definitions, definitionBlobs } = base.storesFor(scope);
      const graph = gateway.forTenant(asked, toGraphRun(run, group));
      const contracts = { categories: settingCategories, settings: settingCatalogs };
      return notingSignIn(
        base,
        asked,
        openRefresh({ definitions, definitionBlobs, ...contracts, graph, clock: base.clock }),
      );
    },
  });
}
