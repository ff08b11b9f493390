import type { Route } from "../../../functions/http/route.ts";
import type { WatchedStack } from "../../stack/start-watched-stack.ts";
import type { Request } from "../api/http-app-in-process.ts";
import type { Canary } from "./canary.ts";
import type { MarksFound, Place } from "./marks-found.ts";

/** Somebody who calls the API, and the canaries that this person is a member of. */
export type Visitor = {
  readonly user: string;
  readonly may: readonly Canary[];
  /** Calls a route; marks are looked for in all that comes back. Answers status and body as text. */
  readonly send: (route: Route, request: Request) => Promise<{ readonly status: number; readonly text: string }>;
};

export async function aVisitor(
  stack: Pick<WatchedStack, "ready" | "tokenFor">,
  found: Pick<MarksFound, "lookIn">,
  user: string,
  may: readonly Canary[],
): Promise<Visitor> {
  const authorization = `Bearer ${await stack.tokenFor(user)}`;
  return {
    user,
    may,
    send: async (route, request) => {
      const response = await fetch(`${stack.ready.api}/${addressOf(route, request)}`, {
        method: route.method,
        redirect: "manual",
        headers: { "content-type": "application/json", ...request.headers, authorization },
        ...(request.body === undefined || route.method === "GET" ? {} : { body: bodyOf(request.body) }),
      });
      const text = await response.text();
      const headers = [...response.headers].map((each) => each.join(": ")).join("\n");
      found.lookIn(placeOf(route), without(`${headers}\n${text}`, route, request), may, `${route.id} for ${user}`);
      return { status: response.status, text };
    },
  };
}

function addressOf({ path }: Route, { params = {}, query = {} }: Request): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ""));
  return `${filled}?${new URLSearchParams(query).toString()}`;
}

function bodyOf(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

function placeOf({ path, mediaType }: Route): Place {
  if (path.startsWith("notifications")) return "notifications";
  return mediaType === undefined ? "answers" : "exports";
}

/** An answer may repeat what was asked for, such as an id that nobody has. */
function without(text: string, { path }: Route, { params = {} }: Request): string {
  const named = Object.entries(params).filter(([name, value]) => path.includes(`{${name}}`) && value.length > 8);
  const asked = named.map(([, value]) => value);
  return asked.reduce((left, value) => left.replaceAll(value, "").replaceAll(encodeURIComponent(value), ""), text);
}
