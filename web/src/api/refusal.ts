import type { Problem } from "./operations.ts";

/** What a refusal of the API says: problem details (RFC 9457) with a permanent code, and what its headers add. */
export type RefusalFacts = Problem & {
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number | undefined;
  /** On 412: the tag of what is there now, where the API gives it. */
  readonly etag: string | undefined;
};

/** The API answered and did not do what was asked. */
export class Refusal extends Error {
  readonly facts: RefusalFacts;

  constructor(facts: RefusalFacts) {
    super(facts.detail || facts.title);
    this.name = "Refusal";
    this.facts = facts;
  }
}

/** Reads a refusal. A body that is no problem (of a proxy, of the host itself) leaves the status and the code `unexpected`. */
export async function toRefusal(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => undefined);
  const problem = isProblem(body) ? body : toProblem(response);
  return new Refusal({
    ...problem,
    status: response.status,
    retryAfter: toSeconds(response.headers.get("retry-after")),
    etag: response.headers.get("etag") ?? undefined,
  });
}

function isProblem(body: unknown): body is Problem {
  const texts = ["title", "detail", "help", "code", "correlationId"] as const satisfies (keyof Problem)[];
  if (typeof body !== "object" || body === null) return false;
  return texts.every((name) => typeof new Map<string, unknown>(Object.entries(body)).get(name) === "string");
}

function toProblem({ status, statusText, headers }: Response): Problem {
  const correlationId = headers.get("x-correlation-id") ?? "";
  return {
    type: "about:blank",
    title: `${status} ${statusText}`.trim(),
    status,
    detail: "",
    help: "",
    code: "unexpected",
    correlationId,
  };
}

/** Retry-After in seconds. The API gives no dates in it; a proxy that does is not waited for. */
function toSeconds(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}
