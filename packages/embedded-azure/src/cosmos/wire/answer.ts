import type { Json } from "../rules/json.ts";

/** What a handler answers; `text` is JSON. */
export type Answer = {
  readonly status: number;
  readonly text?: string;
  readonly etag?: string;
  /** Request units. */
  readonly charge?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

export function jsonAnswer(status: number, body: { [name: string]: Json }): Answer {
  const etag = body["_etag"];
  return { status, text: JSON.stringify(body), charge: 1, ...(typeof etag === "string" && { etag }) };
}
