import type { Collection } from "../collection.ts";
import { type Entity, isEntity } from "../entity.ts";
import { badRequest, GraphRefusal } from "../graph-refusal.ts";
import { completeEntity } from "../store/complete-entity.ts";
import { checkProperties } from "../types/check-properties.ts";
import { type Answer, noContent, ok } from "../wire/answer.ts";
import { type Call, findItem, toItemBody } from "./answer-get.ts";
import type { Target } from "./find-target.ts";
import { toAssignments } from "./to-assignments.ts";
import { toChanged } from "./to-changed.ts";
import { toWritten } from "./to-written.ts";

const wholeItem = { select: [], expands: [] };

/** POST on a list and on the assign action, PATCH, PUT and DELETE on an item. */
export function answerWrite(call: Call, target: Target): Answer {
  const { method } = call.request;
  if (target.kind === "list" && method === "POST") return create(call, target.collection);
  if (target.kind === "assign" && method === "POST") return assign(call, target);
  if (target.kind === "item" && method === "PATCH") return update(call, target.collection, target.id);
  if (target.kind === "item" && method === "PUT") return replace(call, target.collection, target.id);
  if (target.kind === "item" && method === "DELETE") return remove(call, target.collection, target.id);
  throw new GraphRefusal(405, "MethodNotAllowed", `${method} is not served here.`);
}

function create({ store, request, nowMs }: Call, collection: Collection): Answer {
  const given = bodyOf(request.body);
  checkType(collection, given);
  checkProperties(collection.entityType, given);
  const missing = collection.requiredOnCreate?.find((name) => !Array.isArray(given[name]));
  if (missing) throw badRequest(`The property ${missing} is required.`);
  // An id, a version and assignments in the body are not the client's to choose: the assign action sets the latter.
  const { id: _id, assignments: _assignments, version: _version, ...own } = given;
  const now = new Date(nowMs()).toISOString();
  const { modifiedProperty } = collection;
  const stamps = { createdDateTime: now, ...(modifiedProperty && { [modifiedProperty]: now }) };
  const entity = completeEntity(collection, { ...own, ...stamps, ...(isVersioned(collection) && { version: 1 }) });
  store.put({ tenantId: request.tenantId, collection: collection.path }, entity.id, entity);
  return ok(toItemBody(request, collection, entity, wholeItem), 201);
}

function update(call: Call, collection: Collection, id: string): Answer {
  const changes = bodyOf(call.request.body);
  const child = collection.children.find(({ name }) => name in changes);
  if (child) throw badRequest(`The property '${child.name}' cannot be changed by PATCH.`);
  const { id: _id, ...own } = changes;
  const stored = findItem(call, collection, id);
  checkProperties(collection.entityType, { "@odata.type": stored["@odata.type"], ...changes });
  const entity = save(call, collection, { ...stored, ...own });
  // The directory and conditional access answer a PATCH without content, Intune with the object.
  const isIntune = collection.path.startsWith("/device");
  return isIntune ? ok(toItemBody(call.request, collection, entity, wholeItem)) : noContent;
}

function replace(call: Call, collection: Collection, id: string): Answer {
  const { assignments, createdDateTime, version } = findItem(call, collection, id);
  const given = bodyOf(call.request.body);
  checkType(collection, given);
  checkProperties(collection.entityType, given);
  save(call, collection, { ...given, id, createdDateTime, version, assignments });
  return noContent;
}

function remove(call: Call, collection: Collection, id: string): Answer {
  findItem(call, collection, id);
  call.store.delete({ tenantId: call.request.tenantId, collection: collection.path }, id);
  return noContent;
}

function assign(call: Call, { collection, id, bodyName }: Extract<Target, { kind: "assign" }>): Answer {
  const stored = findItem(call, collection, id);
  const body = bodyOf(call.request.body);
  const assignments = toAssignments(collection, id, body[bodyName], bodyName);
  const unknown = Object.keys(body).find((name) => name !== bodyName);
  if (unknown !== undefined) throw badRequest(`'${unknown}' is no parameter of the action 'assign'.`);
  checkProperties(collection.entityType, { "@odata.type": stored["@odata.type"], assignments });
  const isAssigned = "isAssigned" in stored ? { isAssigned: assignments.length > 0 } : {};
  const entity = save(call, collection, { ...stored, ...isAssigned, assignments });
  const { origin, version } = call.request;
  const context = `${origin}/${version}/$metadata#${collection.path.slice(1)}('${id}')/assignments`;
  return ok({ "@odata.context": context, value: entity["assignments"] });
}

function save({ store, request, nowMs }: Call, collection: Collection, entity: Entity): Entity {
  const changed = completeEntity(collection, toChanged(collection, entity, nowMs()));
  store.put({ tenantId: request.tenantId, collection: collection.path }, changed.id, changed);
  return changed;
}

function bodyOf(body: unknown): Entity {
  if (!isEntity(body)) throw badRequest("Unable to read JSON request payload.");
  return toWritten(body);
}

function checkType({ isPolymorphic, entityType }: Collection, entity: Entity): void {
  if (!isPolymorphic || typeof entity["@odata.type"] === "string") return;
  throw badRequest(`The type of the entity must be given: 'microsoft.graph.${entityType}' is abstract.`);
}

/** Types whose objects Graph numbers: each write counts their `version` up. */
function isVersioned({ path }: Collection): boolean {
  return /deviceConfigurations|deviceCompliancePolicies/.test(path);
}
