import type { SideAnswer, SideHandler, SideRequest } from "../../host/http/http-server.ts";
import { type DurableClientApi, StartRefused } from "../client-api.ts";
import { type Instance, isFinished } from "../instance.ts";
import { type DurableCall, durableCalls } from "../operations.ts";
import { toStatusBody } from "./instance-answer.ts";
import { type DurableLinks, toManagementUrls } from "./links.ts";
import { purgeMany, queryMany } from "./many-instances.ts";

export type HttpApiDeps = {
  readonly client: DurableClientApi;
  readonly links: () => DurableLinks;
  readonly count: (call: DurableCall) => void;
};

type Handler = (deps: HttpApiDeps, request: SideRequest) => SideAnswer;

const handlers: Readonly<Record<DurableCall, Handler>> = {
  "POST orchestrators/{name}": start,
  "GET instances": ({ client }, request) => queryMany(client, request),
  "DELETE instances": ({ client }, request) => purgeMany(client, request),
  "GET instances/{id}": withInstance(showInstance),
  "DELETE instances/{id}": withInstance(purgeInstance),
  "POST instances/{id}/raiseEvent/{name}": withInstance(raiseEvent),
  "POST instances/{id}/terminate": withInstance(terminate),
};

/** The extension's HTTP API, as far as durable clients of this product call it; the rest is refused. */
export function makeDurableHttpApi(deps: HttpApiDeps): SideHandler {
  return async (request) => {
    const shape = shapeOf(request);
    const call = durableCalls.find((each) => each.toLowerCase() === shape.toLowerCase());
    if (!call) return refuse(`${request.method} ${request.path.join("/")}`);
    deps.count(call);
    return handlers[call](deps, request);
  };
}

/** An orchestrator's new instance may have its id behind the name: that is the same call. */
function shapeOf({ method, path: [kind = "", id, operation, ...rest] }: SideRequest): string {
  if (kind.toLowerCase() === "orchestrators") return `${method} ${kind}${id === undefined ? "" : "/{name}"}`;
  const parts = [kind, id && "{id}", operation, rest.length > 0 && "{name}"];
  return `${method} ${parts.filter(Boolean).join("/")}`;
}

function start({ client, links }: HttpApiDeps, { body, url, path }: SideRequest): SideAnswer {
  const [, name = "", id] = path;
  if (url.searchParams.has("timeout")) return refuse("starting and waiting in one call");
  if (body !== "" && !isJson(body)) return { status: 400, body: { Message: "Invalid JSON content" } };
  const input = body === "" || body === "null" ? null : body;
  try {
    const started = client.start(name, input, id, url.searchParams.get("version") ?? undefined);
    const urls = toManagementUrls(links(), started);
    const headers = { location: urls["statusQueryGetUri"] ?? "", "retry-after": "10" };
    return { status: 202, body: urls, headers };
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    const message = "One or more of the arguments submitted is incorrect";
    return { status: 400, body: { Message: message, ExceptionMessage: error.message } };
  }
}

/** A call on an instance; one that is not there is 404. */
function withInstance(
  work: (client: DurableClientApi, request: SideRequest, instance: Instance) => SideAnswer,
): Handler {
  return ({ client }, request) => {
    const instance = client.get(request.path[1] ?? "");
    return instance ? work(client, request, instance) : { status: 404 };
  };
}

function showInstance(_client: DurableClientApi, { url }: SideRequest, instance: Instance): SideAnswer {
  const flag = (name: string) => url.searchParams.get(name)?.toLowerCase();
  if (flag("showHistory") === "true") return refuse("showing the history of an instance");
  const body = toStatusBody(instance, flag("showInput") !== "false");
  if (!isFinished(instance)) return { status: 202, body, headers: { location: url.href, "retry-after": "5" } };
  const isError = instance.status === "Failed" && flag("returnInternalServerErrorOnFailure") === "true";
  return { status: isError ? 500 : 200, body };
}

function purgeInstance(client: DurableClientApi, _request: SideRequest, { id }: Instance): SideAnswer {
  const instancesDeleted = client.purge([id]);
  return instancesDeleted > 0 ? { status: 200, body: { instancesDeleted } } : { status: 404 };
}

function terminate(client: DurableClientApi, { url }: SideRequest, instance: Instance): SideAnswer {
  if (isFinished(instance)) return { status: 410 };
  client.terminate(instance.id, url.searchParams.get("reason"));
  return { status: 202 };
}

function raiseEvent(client: DurableClientApi, request: SideRequest, instance: Instance): SideAnswer {
  const { path, body, header } = request;
  if (isFinished(instance)) return { status: 410 };
  if (!header("content-type").toLowerCase().startsWith("application/json")) {
    return { status: 400, body: { Message: "Only application/json request content is supported" } };
  }
  if (body !== "" && !isJson(body)) return { status: 400, body: { Message: "Invalid JSON content" } };
  client.raiseEvent(instance.id, path[3] ?? "", body);
  return { status: 202 };
}

function refuse(what: string): SideAnswer {
  const message = `The local Durable engine does not support ${what}.`;
  return { status: 501, body: { Message: message, ExceptionMessage: message } };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
