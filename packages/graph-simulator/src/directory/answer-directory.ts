import { randomUUID } from "node:crypto";
import type { Call } from "../answers/call.ts";
import { type Entity, isEntity } from "../entity.ts";
import { badRequest, GraphError, notFound } from "../graph-error.ts";
import { type Answer, noContent, ok } from "../wire/answer.ts";
import { badDirectoryRequest } from "./directory-error.ts";
import type { DirectoryTarget, ObjectKey } from "./find-directory-target.ts";
import { graphAppId, toGraphPrincipal } from "./graph-principal.ts";
import { type DirectoryCollection, makeTenantDirectory, type TenantDirectory, toShown } from "./make-directory.ts";
import { newApplication, withChanges } from "./write-application.ts";
import { toCredential } from "./write-credential.ts";

/** GET and PATCH of what set-up makes; PATCH with `Prefer: create-if-missing` makes it. Throws GraphError. */
export function answerDirectory(call: Call, target: DirectoryTarget): Answer {
  const { store, request, nowMs, directoryDelayMs } = call;
  const directory = makeTenantDirectory(store, request.tenantId, nowMs, directoryDelayMs());
  if (request.method === "GET") return read(directory, call, target);
  if (request.method !== "PATCH") {
    throw new GraphError(405, "MethodNotAllowed", `${request.method} is not served here.`);
  }
  if (!request.mayWrite) {
    throw new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
  }
  const { body } = request;
  if (!isEntity(body)) throw badRequest("Unable to read JSON request payload.");
  return write(directory, call, target, body);
}

function read(directory: TenantDirectory, { request, catalog }: Call, target: DirectoryTarget): Answer {
  if (target.kind === "credential") throw new GraphError(405, "MethodNotAllowed", "Read the list.");
  const select = request.parameters.get("$select");
  if (target.kind === "credentials") {
    const shown = directory.all(credentialsOf(directory, target.application)).filter((each) => directory.isShown(each));
    return ok({ value: shown.map((each) => toShown(each, select)) });
  }
  if (target.kind === "servicePrincipal" && target.object.key === graphAppId) {
    return ok(toShown(toGraphPrincipal(catalog.permissions), select));
  }
  const found = directory.find(collectionOf(directory, target), target.object);
  if (!found || !directory.isShown(found)) throw notFound("directory", target.object.key);
  return ok(toShown(found, select));
}

function write(directory: TenantDirectory, call: Call, target: DirectoryTarget, body: Entity): Answer {
  if (target.kind === "credentials") throw new GraphError(405, "MethodNotAllowed", "A list cannot be changed.");
  const collection = collectionOf(directory, target);
  const stored = directory.find(collection, target.object);
  const mayCreate = call.request.headers["prefer"] === "create-if-missing";
  // Whether an object exists is decided at once, by its key; a change of it needs an instance that shows it.
  if (stored ? !mayCreate && !directory.isShown(stored) : !mayCreate) throw notFound("directory", target.object.key);
  const object = toWritten(directory, collection, target, stored, body);
  directory.save(collection, object);
  return stored ? noContent : ok(toShown(object, null), 201);
}

type OneObject = Exclude<DirectoryTarget, { kind: "credentials" }>;

function toWritten(
  directory: TenantDirectory,
  collection: DirectoryCollection,
  target: OneObject,
  stored: Entity | undefined,
  body: Entity,
): Entity {
  const { key } = target.object;
  if (target.kind === "application") return withChanges(directory, stored ?? newApplication(key, body), body);
  if (target.kind === "credential") {
    const others = directory.all(collection).filter((each) => each["name"] !== key);
    return toCredential(others, stored, key, body);
  }
  const backing = directory.find("/applications", target.object);
  if (!backing || !directory.isShown(backing)) {
    throw badDirectoryRequest(
      `The appId '${key}' of the service principal does not reference a valid application object.`,
    );
  }
  return { id: randomUUID(), appId: key, ...stored, ...body };
}

function collectionOf(directory: TenantDirectory, target: OneObject): DirectoryCollection {
  if (target.kind === "credential") return credentialsOf(directory, target.application);
  return target.kind === "application" ? "/applications" : "/servicePrincipals";
}

function credentialsOf(directory: TenantDirectory, application: ObjectKey): DirectoryCollection {
  const found = directory.find("/applications", application);
  if (!found || !directory.isShown(found)) throw notFound("directory", application.key);
  return `/applications/${String(found["id"])}/credentials`;
}
