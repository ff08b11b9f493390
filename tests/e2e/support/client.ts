import type { Stack } from "../../../local/stack.ts";
import { parseJson } from "../../../src/domain/json/exact-json.ts";
import { secretsIn, throwIfAny } from "../../../tools/stack/secrets-told.ts";

export type Answer = { readonly status: number; readonly headers: Headers; readonly json: unknown };

/** What a client needs of a running product. */
export type Reachable = { readonly ready: { readonly api: string }; readonly tokenFor: Stack["tokenFor"] };

/** The API as a demo user calls it. */
export async function clientOf(stack: Reachable, user: string) {
  const token = await stack.tokenFor(user);
  return clientWith(stack, `Bearer ${token}`);
}

export function clientWith(stack: Pick<Reachable, "ready">, authorization: string | undefined) {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${stack.ready.api}${path}`, {
      method,
      headers: {
        ...(authorization === undefined ? {} : { authorization }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status >= 400) throwIfAny(secretsIn(text));
    const isJson = text !== "" && response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, headers: response.headers, json: isJson ? parseJson(text) : undefined };
  };
  return {
    get: (path: string, headers?: Record<string, string>) => call("GET", path, undefined, headers),
    patch: (path: string, body: unknown, headers?: Record<string, string>) => call("PATCH", path, body, headers),
    put: (path: string, body: unknown, headers?: Record<string, string>) => call("PUT", path, body, headers),
    delete: (path: string, headers?: Record<string, string>) => call("DELETE", path, undefined, headers),
    post: (path: string, body?: unknown, headers?: Record<string, string>) => call("POST", path, body, headers),
  };
}

export type Client = ReturnType<typeof clientWith>;
