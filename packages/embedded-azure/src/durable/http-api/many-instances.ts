import type { SideAnswer, SideRequest } from "../../host/http/http-server.ts";
import type { DurableClientApi } from "../client-api.ts";
import type { InstanceFilter } from "../store/query-instances.ts";
import { toStatusBody } from "./instance-answer.ts";

const continuationHeader = "x-ms-continuation-token";
const defaultPage = 100;
const everything = 1_000_000;

/** A page of statuses; the token in the answer's header leads to the next one. */
export function queryMany(client: DurableClientApi, request: SideRequest): SideAnswer {
  const top = Number(request.url.searchParams.get("top")) || defaultPage;
  const page = client.query({
    ...toFilter(request),
    ...toPosition(request.header(continuationHeader)),
    limit: top + 1,
  });
  const shown = page.slice(0, top);
  const last = shown.at(-1);
  const more = page.length > top && last ? { [continuationHeader]: toToken(last.createdAt, last.id) } : {};
  const showInput = request.url.searchParams.get("showInput") !== "false";
  return { status: 200, headers: more, body: shown.map((instance) => toStatusBody(instance, showInput)) };
}

export function purgeMany(client: DurableClientApi, request: SideRequest): SideAnswer {
  const filter = toFilter(request);
  if (filter.createdFrom === undefined) {
    return { status: 400, body: "Please provide value for 'createdTimeFrom' parameter." };
  }
  const instancesDeleted = client.purge(client.query({ ...filter, limit: everything }).map(({ id }) => id));
  return instancesDeleted > 0 ? { status: 200, body: { instancesDeleted } } : { status: 404 };
}

function toFilter({ url: { searchParams } }: SideRequest): Omit<InstanceFilter, "limit"> {
  const [from, to] = [searchParams.get("createdTimeFrom"), searchParams.get("createdTimeTo")];
  const prefix = searchParams.get("instanceIdPrefix");
  return {
    ...(from ? { createdFrom: Date.parse(from) } : {}),
    ...(to ? { createdTo: Date.parse(to) } : {}),
    ...(prefix ? { idPrefix: prefix } : {}),
    statuses: searchParams.getAll("runtimeStatus").flatMap((list) => list.split(",").filter(Boolean)),
  };
}

function toToken(createdAt: number, id: string): string {
  return Buffer.from(JSON.stringify({ createdAt, id })).toString("base64url");
}

function toPosition(token: string): Pick<InstanceFilter, "after"> {
  // Only `toToken` makes tokens.
  return token === "" ? {} : { after: JSON.parse(Buffer.from(token, "base64url").toString("utf8")) };
}
