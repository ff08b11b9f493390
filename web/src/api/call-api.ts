import type { Tokens } from "../session/session.ts";
import { NetworkFailure } from "./network-failure.ts";
import { type Operations, operations } from "./operations.ts";
import { parseJson } from "./parse-json.ts";
import { Refusal, toRefusal } from "./refusal.ts";

export type OperationId = keyof Operations;

/** What an operation answers, with its tag where it has one: a change sends it back as If-Match. */
export type Answer<K extends OperationId> = {
  readonly body: Operations[K]["answer"];
  readonly etag: string | undefined;
  /** Of an export: where the rest is; left out when there is none. */
  readonly nextPage?: string;
};

type Nothing = Record<never, never>;
/** A member that may be left out where nothing in it is required. */
type Given<Name extends string, Value> = Nothing extends Value
  ? { readonly [N in Name]?: Value | undefined }
  : { readonly [N in Name]: Value };

/** What an operation takes. Only what its description names compiles. */
export type Input<K extends OperationId> = Given<"params", Operations[K]["params"]> &
  Given<"query", Operations[K]["query"]> &
  Given<"headers", Operations[K]["headers"]> &
  (Operations[K]["body"] extends undefined ? { readonly body?: undefined } : Given<"body", Operations[K]["body"]>) & {
    readonly signal?: AbortSignal | undefined;
  };

/** The input, to be left out where nothing in it is required. */
export type Arguments<K extends OperationId> = Nothing extends Input<K> ? [input?: Input<K>] : [input: Input<K>];

/** Calls an operation of the API. Throws a Refusal, a NetworkFailure, or what its signal was aborted with. */
export type CallApi = <K extends OperationId>(id: K, ...input: Arguments<K>) => Promise<Answer<K>>;

type AnyInput = {
  readonly params?: object | undefined;
  readonly query?: object | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
};

/**
 * One function for every operation. A token that is refused is replaced once; when the API takes that one neither, the
 * person signs in again. The browser itself asks with If-None-Match and hands out its copy on 304.
 */
export function makeCallApi(tokens: Tokens): CallApi {
  return async (id, ...[input]) => {
    // `Arguments` has checked the input for its operation; all that follows is the same for every one.
    const given: AnyInput = input ?? {};
    const { address, init } = toRequest(id, given);
    try {
      const response = await send(address, init, tokens);
      if (!response.ok) throw await toRefusal(response);
      // The types are those of the API that serves this very page: both are of one build.
      const body = (await toBody(response)) as Operations[typeof id]["answer"];
      return { body, etag: response.headers.get("etag") ?? undefined, ...nextPageOf(response.headers.get("link")) };
    } catch (error) {
      if (error instanceof Refusal || given.signal?.aborted) throw error;
      throw new NetworkFailure(`${init.method} ${address}`, error);
    }
  };
}

type Init = {
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
};

function toRequest(id: OperationId, input: AnyInput): { readonly address: string; readonly init: Init } {
  const [method, path] = operations[id];
  const filled = entriesOf(input.params).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
    `/api${path}`,
  );
  const query = new URLSearchParams(entriesOf(input.query)).toString();
  const headers = new Headers(entriesOf(input.headers));
  if (input.body !== undefined) headers.set("content-type", "application/json");
  const body = input.body === undefined ? null : JSON.stringify(input.body);
  return {
    address: query ? `${filled}?${query}` : filled,
    init: { method, headers, body, signal: input.signal ?? null },
  };
}

function entriesOf(values: object = {}): [name: string, value: string][] {
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
}

async function send(address: string, init: Init, { accessToken, signInAgain }: Tokens): Promise<Response> {
  const token = await accessToken();
  if (token === undefined) throw new Refusal(nobody);
  const first = await fetchWith(token, address, init);
  if (first.status !== 401) return first;
  const other = await accessToken(token);
  if (other === undefined) return first;
  const second = await fetchWith(other, address, init);
  if (second.status === 401) await signInAgain();
  return second;
}

function fetchWith(token: string, address: string, init: Init): Promise<Response> {
  init.headers.set("authorization", `Bearer ${token}`);
  return fetch(address, init);
}

/** Of `link: <...?page=...>; rel="next"` (RFC 8288), as the API writes it. */
function nextPageOf(link: string | null): { nextPage?: string } {
  const query = /<[^>?]*\?(?<query>[^>]*)>; rel="next"/.exec(link ?? "")?.groups?.["query"];
  const nextPage = new URLSearchParams(query).get("page");
  return nextPage === null ? {} : { nextPage };
}

async function toBody(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  // Lines of JSON are a file, as a table is.
  const isJson = /[/+]json\b/.test(response.headers.get("content-type") ?? "");
  return isJson ? parseJson(await response.text()) : response.blob();
}

/** What is asked while nobody is signed in: it does not leave the page. */
const nobody = {
  type: "about:blank",
  title: "Not signed in",
  status: 401,
  detail: "",
  help: "",
  code: "unauthenticated",
  correlationId: "",
  retryAfter: undefined,
  etag: undefined,
};
