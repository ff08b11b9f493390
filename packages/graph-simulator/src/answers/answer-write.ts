import { writeAudited } from "../audit/write-audited.ts";
import type { Collection } from "../collection.ts";
import { type Entity, isEntity } from "../entity.ts";
import { badRequest, GraphError } from "../graph-error.ts";
import { completeEntity } from "../store/complete-entity.ts";
import { checkProperties, hasProperty } from "../types/check-properties.ts";
import { withOwnValues } from "../types/with-own-values.ts";
import { type Answer, noContent, ok } from "../wire/answer.ts";
import { toItemBody } from "./answer-get.ts";
import type { Call } from "./call.ts";
import { checkLocations } from "./check-locations.ts";
import type { Target } from "./find-target.ts";
import { findItem } from "./read-items.ts";
import { toAssignments } from "./to-assignments.ts";
import { newVersionText, timeOfChange, toChanged } from "./to-changed.ts";
import { toWritten } from "./to-written.ts";

const wholeItem = { select: [], expands: [] };

/** POST on a list and on the assign action, PATCH, PUT and DELETE on an item. */
export function answerWrite(call: Call, target: Target): Answer {
  const { method } = call.request;
  if (target.kind !== "getByIds" && target.collection.unionOf) throw notServed(method);
  if (target.kind === "list" && method === "POST") return create(call, target.collection);
  if (target.kind === "assign" && method === "POST") return assign(call, target);
  if (target.kind === "item" && method === "PATCH") return update(call, target.collection, target.id);
  if (target.kind === "item" && method === "PUT") return replace(call, target.collection, target.id);
  if (target.kind === "item" && method === "DELETE") return remove(call, target.collection, target.id);
  throw notServed(method);
}

function notServed(method: string): GraphError {
  return new GraphError(405, "MethodNotAllowed", `${method} is not served here.`);
}

function create(call: Call, collection: Collection): Answer {
  const { request, catalog, lateCreates, nowMs } = call;
  const given = bodyOf(request.body);
  checkType(collection, given);
  checkProperties(collection.entityType, given);
  checkLocations(call, collection, given);
  const missing = collection.requiredOnCreate?.find((name) => !Array.isArray(given[name]));
  if (missing) throw badRequest(`The property ${missing} is required.`);
  const refused = collection.refusedOnCreate?.find((name) => given[name] === true);
  if (refused) throw badRequest(`The property '${refused}' is read-only.`);
  // An id and assignments in the body are not the client's to choose: the assign action sets the latter.
  const { id: _id, assignments: _assignments, ...asked } = given;
  const paths = catalog.readOnlyPaths(collection, given);
  const own = { ...withOwnValues(asked, {}, paths), ...firstValues(collection, given, { paths, nowMs }) };
  const entity = completeEntity(collection, own);
  write(call, collection, { after: entity });
  lateCreates.created(request.tenantId, collection, entity.id);
  return ok(toItemBody(request, collection, entity, wholeItem), 201);
}

type First = { readonly paths: readonly string[]; readonly nowMs: () => number };

/** What Graph itself writes into a new object: its times, its first version, and that nothing assigns it yet. */
function firstValues(collection: Collection, given: Entity, { paths, nowMs }: First): Entity {
  const { entityType, serviceGroup } = collection;
  const isOwn = (name: string) => paths.includes(name) && hasProperty(entityType, given, name);
  const version = serviceGroup === "managedApplications" ? newVersionText() : 1;
  // The versions of scripts are texts of their own kind: none is made up here.
  const isNumbered = isOwn("version") && !entityType.endsWith("Script");
  return {
    ...timeOfChange(collection, nowMs()),
    ...(hasProperty(entityType, given, "createdDateTime") && { createdDateTime: new Date(nowMs()).toISOString() }),
    ...(isNumbered && { version }),
    ...(isOwn("isAssigned") && { isAssigned: false }),
  };
}

function update(call: Call, collection: Collection, id: string): Answer {
  const changes = bodyOf(call.request.body);
  const child = collection.children.find(({ name }) => name in changes);
  if (child) throw badRequest(`The property '${child.name}' cannot be changed by PATCH.`);
  const { id: _id, ...own } = changes;
  const stored = findItem(call, collection, id);
  const type = stored["@odata.type"];
  if (own["@odata.type"] !== undefined && type !== undefined && own["@odata.type"] !== type) {
    throw badRequest("The type of an existing object cannot be changed.");
  }
  checkProperties(collection.entityType, { "@odata.type": type, ...changes });
  checkLocations(call, collection, changes);
  const merged = withOwnValues({ ...stored, ...own }, stored, call.catalog.readOnlyPaths(collection, stored));
  const entity = save(call, collection, stored, merged);
  // The directory and conditional access answer a PATCH without content, Intune with the object.
  const isIntune = collection.path.startsWith("/device");
  return isIntune ? ok(toItemBody(call.request, collection, entity, wholeItem)) : noContent;
}

function replace(call: Call, collection: Collection, id: string): Answer {
  const stored = findItem(call, collection, id);
  const given = bodyOf(call.request.body);
  checkType(collection, given);
  checkProperties(collection.entityType, given);
  const own = withOwnValues(given, stored, call.catalog.readOnlyPaths(collection, given));
  save(call, collection, stored, { ...own, id, assignments: stored["assignments"] });
  return noContent;
}

function remove(call: Call, collection: Collection, id: string): Answer {
  write(call, collection, { before: findItem(call, collection, id) });
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
  const entity = save(call, collection, stored, { ...stored, ...isAssigned, assignments });
  if (collection.assignAnswersNothing) return noContent;
  const { origin, version } = call.request;
  const context = `${origin}/${version}/$metadata#${collection.path.slice(1)}('${id}')/assignments`;
  return ok({ "@odata.context": context, value: entity["assignments"] });
}

function save(call: Call, collection: Collection, before: Entity, entity: Entity): Entity {
  const after = completeEntity(collection, toChanged(collection, entity, call.nowMs()));
  write(call, collection, { before, after });
  return after;
}

/** In the name of the application that calls. */
function write(
  { store, request, nowMs }: Call,
  collection: Collection,
  change: { readonly before?: Entity; readonly after?: Entity },
): void {
  const actor = { auditActorType: "Application", applicationId: request.clientId };
  const correlationId = request.headers["client-request-id"];
  writeAudited(store, request.tenantId, { ...change, collection, actor, correlationId, nowMs: nowMs() });
}

function bodyOf(body: unknown): Entity {
  if (!isEntity(body)) throw badRequest("Unable to read JSON request payload.");
  return toWritten(body);
}

function checkType({ isPolymorphic, entityType }: Collection, entity: Entity): void {
  if (!isPolymorphic || typeof entity["@odata.type"] === "string") return;
  throw badRequest(`The type of the entity must be given: 'microsoft.graph.${entityType}' is abstract.`);
}
