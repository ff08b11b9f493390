import { emptyGuid } from "../graph/edge.ts";
import { isObject } from "../json/is-object.ts";
import type { JsonValue } from "../json/json-value.ts";

/** A target without a filter is written with null and "none", or with the zero guid and "none": all mean the same. */
export function withoutNoFilter(target: JsonValue): JsonValue {
  if (!isObject(target)) return target;
  const {
    deviceAndAppManagementAssignmentFilterId: id = null,
    deviceAndAppManagementAssignmentFilterType: type = "none",
    ...rest
  } = target;
  return id === null || id === emptyGuid || type === "none" ? rest : target;
}
