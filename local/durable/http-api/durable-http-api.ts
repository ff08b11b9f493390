import type { SideAnswer, SideHandler, SideRequest } from "../../host/http/http-server.ts";
import { type DurableClientApi, StartRefused } from "../client-api.ts";
import { isFinished } from "../instance.ts";
import { toShownHistory, toStatusBody } from "./instance-answer.ts";
import { type DurableLinks, toManagementUrls } from "./links.ts";
import { purgeMany, queryMany } from "./many-instances.ts";

/** The extension's HTTP API, as far as durable clients of this product call it; the rest is refused. */
export function makeDurableHttpApi(client: DurableClientApi, links: DurableLinks): SideHandler {
  return async (request) => {
    const [kind, id, operation] = request.path;
    const { method } = request;
    switch (kind?.toLowerCase()) {
      case "orchestrators":
        return method === "POST" && id ? start(client, links, request, id, operation) : { status: 404 };
      case "instances":
        if (id === undefined) return manyInstances(client, request);
        return operation ? operate(client, request, id, operation) : oneInstance(client, request, id);
      default:
        return refuse(`${method} ${kind}`);
    }
  };
}

function start(
  client: DurableClientApi,
  links: DurableLinks,
  { body, url }: SideRequest,
  name: string,
  id: string | undefined,
): SideAnswer {
  if (url.searchParams.has("timeout")) return refuse("starting and waiting in one call");
  if (body !== "" && !isJson(body)) return { status: 400, body: { Message: "Invalid JSON content" } };
  const input = body === "" || body === "null" ? null : body;
  try {
    const started = client.start(name, input, id, url.searchParams.get("version") ?? undefined);
    const urls = toManagementUrls(links, started);
    const headers = { location: urls["statusQueryGetUri"] ?? "", "retry-after": "10" };
    return { status: 202, body: urls, headers };
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    const message = "One or more of the arguments submitted is incorrect";
    return { status: 400, body: { Message: message, ExceptionMessage: error.message } };
  }
}

function manyInstances(client: DurableClientApi, request: SideRequest): SideAnswer {
  if (request.method === "GET") return queryMany(client, request);
  return request.method === "DELETE" ? purgeMany(client, request) : { status: 404 };
}

function oneInstance(client: DurableClientApi, { method, url }: SideRequest, id: string): SideAnswer {
  const instance = client.get(id);
  if (!instance) return { status: 404 };
  if (method === "DELETE") {
    const instancesDeleted = client.purge([id]);
    return instancesDeleted > 0 ? { status: 200, body: { instancesDeleted } } : { status: 404 };
  }
  if (method !== "GET") return { status: 404 };
  const asked = (name: string) => url.searchParams.get(name)?.toLowerCase();
  const historyEvents =
    asked("showHistory") === "true"
      ? toShownHistory(client.history(id), asked("showHistoryOutput") === "true")
      : undefined;
  const body = { ...toStatusBody(instance, asked("showInput") !== "false"), historyEvents };
  if (!isFinished(instance)) return { status: 202, body, headers: { location: url.href, "retry-after": "5" } };
  const isError = instance.status === "Failed" && asked("returnInternalServerErrorOnFailure") === "true";
  return { status: isError ? 500 : 200, body };
}

function operate(client: DurableClientApi, request: SideRequest, id: string, operation: string): SideAnswer {
  if (request.method !== "POST") return { status: 404 };
  const instance = client.get(id);
  if (!instance) return { status: 404 };
  switch (operation.toLowerCase()) {
    case "raiseevent":
      return isFinished(instance) ? { status: 410 } : raiseEvent(client, request, id);
    case "terminate":
      if (isFinished(instance)) return { status: 410 };
      client.terminate(id, request.url.searchParams.get("reason"));
      return { status: 202 };
    default:
      return refuse(operation);
  }
}

function raiseEvent(client: DurableClientApi, { path, body, header }: SideRequest, id: string): SideAnswer {
  const name = path[3];
  if (!name) return { status: 404 };
  if (!header("content-type").toLowerCase().startsWith("application/json")) {
    return { status: 400, body: { Message: "Only application/json request content is supported" } };
  }
  if (body !== "" && !isJson(body)) return { status: 400, body: { Message: "Invalid JSON content" } };
  client.raiseEvent(id, name, body);
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
