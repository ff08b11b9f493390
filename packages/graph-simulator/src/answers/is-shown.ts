import type { Collection } from "../collection.ts";
import { type Entity, isEntity } from "../entity.ts";
import type { GraphRequest } from "../wire/graph-request.ts";

/** Whether a version of Graph shows an object: v1.0 leaves out what uses preview features. */
export function isShown(
  { version }: Pick<GraphRequest, "version">,
  { betaOnly = [] }: Collection,
  entity: Entity,
): boolean {
  if (version === "beta") return true;
  return !betaOnly.some((mark) =>
    "kind" in mark ? entity["@odata.type"] === `#microsoft.graph.${mark.kind}` : valueAt(entity, mark.place) != null,
  );
}

function valueAt(entity: Entity, place: string): unknown {
  return place.split(".").reduce<unknown>((value, name) => (isEntity(value) ? value[name] : undefined), entity);
}
