import type { Collection } from "../collection.ts";
import { type Entity, isEntity } from "../entity.ts";
import { badRequest } from "../graph-error.ts";

const groupTarget = /^#microsoft\.graph\.(group|exclusionGroup)AssignmentTarget$/;

/** The set that replaces all assignments of an object. Their ids are Graph's: given ones are left out. */
export function toAssignments(collection: Collection, ownerId: string, given: unknown, name: string): Entity[] {
  if (!Array.isArray(given)) throw badRequest(`The parameter '${name}' of the action is missing.`);
  return given.map((each: unknown) => {
    const target = isEntity(each) ? each["target"] : undefined;
    if (!isEntity(each) || !isEntity(target)) throw badRequest(`An assignment of '${ownerId}' has no target.`);
    const type = target["@odata.type"];
    if (typeof type !== "string") throw badRequest("The type of the assignment target must be given.");
    if (collection.groupTargetsOnly && !groupTarget.test(type))
      throw badRequest(`Target type ${type} is not supported.`);
    const { id: _id, ...own } = each;
    return own;
  });
}
