import type { JsonObject } from "../../src/domain/json/json-value.ts";
import type { DesiredApplication } from "./desired-application.ts";
import type { ObservedDirectory } from "./observe-directory.ts";
import { changeStep } from "./plan-changes.ts";
import type { SetupStep } from "./setup-plan.ts";

/**
 * Lets applications use the scopes of an API without anybody being asked for consent, in a step of its own after all
 * others: both applications and the scopes have to exist before. https://learn.microsoft.com/graph/api/resources/preauthorizedapplication
 */
export function planPreAuthorization(
  desired: DesiredApplication,
  { applications }: Pick<ObservedDirectory, "applications">,
): SetupStep[] {
  const { scopes, preAuthorizes, uniqueName } = desired;
  const api = applications.get(uniqueName)?.api;
  // Of a scope that somebody made before, the id is another one.
  const scopeIds = scopes.map(
    ({ value, id }) => api?.oauth2PermissionScopes.find((each) => each.value === value)?.id ?? id,
  );
  const stored = api?.preAuthorizedApplications ?? [];
  const isAllowed = (name: string): boolean => {
    const found = stored.find(({ appId }) => appId === applications.get(name)?.appId);
    return found !== undefined && scopeIds.every((id) => found.delegatedPermissionIds.includes(id));
  };
  const missing = preAuthorizes.filter((name) => !isAllowed(name));
  if (missing.length === 0) return [];
  const toBody: SetupStep["toBody"] = (_appId, idOf) => {
    const ids = new Set(missing.map(idOf));
    const before = stored.filter(({ appId }) => ids.has(appId)).flatMap((each) => each.delegatedPermissionIds);
    const delegatedPermissionIds = [...new Set([...before, ...scopeIds])];
    const added = [...ids].map((appId) => ({ appId, delegatedPermissionIds }));
    const others = stored.filter(({ appId }) => !ids.has(appId));
    return { api: { preAuthorizedApplications: [...others, ...added] as JsonObject[] } };
  };
  return [changeStep(desired, [`nobody is asked before ${missing.join(", ")} calls it`], toBody)];
}
