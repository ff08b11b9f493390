import { type AuditActor, anAdministrator } from "../audit/audit-event.ts";
import type { GraphControl } from "../control.ts";
import { isEntity } from "../entity.ts";
import { badRequest, GraphError, notFound } from "../graph-error.ts";
import { type Answer, noContent, ok } from "./answer.ts";

export type ControlRequest = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Header `x-control-key`. */
  readonly key: string | undefined;
  readonly body: unknown;
};

export type AnswerControl = (request: ControlRequest) => Answer;

/** The control over HTTP, for whoever has the key; without a configured key there is no such thing. */
export function makeAnswerControl(control: GraphControl, controlKey: string | undefined): AnswerControl {
  return (request) => {
    if (controlKey === undefined || request.key !== controlKey) {
      throw new GraphError(401, "InvalidControlKey", "The header x-control-key has not the key of this server.");
    }
    const url = new URL(request.url, "http://control.invalid");
    const [, , first, ...rest] = url.pathname.split("/").map(decodeURIComponent);
    if (first === "counters") return answerCounters(control, request.method);
    if (first !== "tenants") throw notFound("", url.pathname);
    return answerTenant(control, request, rest, url.searchParams);
  };
}

function answerCounters(control: GraphControl, method: string): Answer {
  if (method === "GET") return ok(control.counters());
  if (method !== "DELETE") throw notServed(method);
  control.resetCounters();
  return noContent;
}

/** `{tenantId}` to put a tenant, `{tenantId}/objects` to list and put, `{tenantId}/objects/{id}` to change and delete. */
function answerTenant(
  control: GraphControl,
  request: ControlRequest,
  path: readonly string[],
  query: URLSearchParams,
): Answer {
  const named = query.get("collection") ?? "";
  const [tenantId = "", objects, id] = path;
  const { method, body } = request;
  if (objects === undefined && method === "PUT") return putTenant(control, tenantId, body);
  if (!control.hasTenant(tenantId)) throw notFound("", tenantId);
  if (objects !== "objects") throw notFound("", String(objects));
  const collection = control.collections().find((each) => each.toLowerCase() === named.toLowerCase());
  if (collection === undefined) throw badRequest(`Unknown collection '${named}'.`);
  if (id !== undefined) {
    const actor = toActor(query.get("actor"));
    return changeObject(control, request, { tenantId, collection, id, actor });
  }
  if (method === "GET") return ok({ value: control.objects(tenantId, collection) });
  if (method !== "PUT") throw notServed(method);
  if (!Array.isArray(body) || !body.every(isEntity)) throw badRequest("The body must be a list of objects.");
  control.putObjects(tenantId, collection, body);
  return noContent;
}

function putTenant(control: GraphControl, id: string, body: unknown): Answer {
  const name = isEntity(body) ? body["name"] : undefined;
  control.putTenant({ id, name: typeof name === "string" ? name : id });
  return noContent;
}

type Target = {
  readonly tenantId: string;
  readonly collection: string;
  readonly id: string;
  readonly actor: AuditActor;
};

/** `actor` is the name that a person signs in with. */
function toActor(name: string | null): AuditActor {
  return name === null ? anAdministrator : { auditActorType: "ItPro", userPrincipalName: name };
}

function changeObject(control: GraphControl, { method, body }: ControlRequest, target: Target): Answer {
  const { tenantId, collection, id, actor } = target;
  const find = () => control.objects(tenantId, collection).find((each) => each["id"] === id);
  if (!find()) throw notFound("", id);
  if (method === "GET") return ok(find());
  if (method === "DELETE") {
    control.deleteObject(tenantId, collection, id, actor);
    return noContent;
  }
  if (method !== "PATCH") throw notServed(method);
  if (!isEntity(body)) throw badRequest("The body must be an object.");
  control.patchObject(tenantId, collection, id, body, actor);
  return ok(find());
}

function notServed(method: string): GraphError {
  return new GraphError(405, "MethodNotAllowed", `${method} is not served here.`);
}
