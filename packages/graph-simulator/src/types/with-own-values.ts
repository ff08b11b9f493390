import { type Entity, isEntity } from "../entity.ts";

/**
 * An object as it is kept: whatever a caller gave for a read-only path, Graph's own value stands, or none where it has
 * none yet. Items of a list have no value of their own to go back to.
 */
export function withOwnValues(given: Entity, stored: Entity, paths: readonly string[]): Entity {
  return paths.reduce((left, path) => withOwnValue(left, stored, path.split(".")), given);
}

function withOwnValue(given: Entity, stored: Entity, [step = "", ...rest]: readonly string[]): Entity {
  const name = step.replace("[]", "");
  const { [name]: value, ...others } = given;
  const own = stored[name];
  if (rest.length === 0) return own === undefined ? others : { ...others, [name]: own };
  if (Array.isArray(value)) {
    return { ...given, [name]: value.map((item: unknown) => (isEntity(item) ? withOwnValue(item, {}, rest) : item)) };
  }
  return isEntity(value) ? { ...given, [name]: withOwnValue(value, isEntity(own) ? own : {}, rest) } : given;
}
