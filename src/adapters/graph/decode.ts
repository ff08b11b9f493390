import { Fault } from "../../domain/error/fault.ts";
import { droppedPropertyMark } from "../../domain/graph/dropped-property.ts";
import { parseJson } from "../../domain/json/exact-json.ts";
import type { ByteBudget, Grant } from "../../domain/work/byte-budget.ts";
import { answerLimits } from "./graph-limits.ts";

// What is nested more deeply would break a stack; what an object may have is less (withoutDroppedMarks), and costs it alone.
const maxDepth = 1_000;

/** An answer that is larger than the caller can hold; it was not read to its end. */
export class AnswerTooLarge extends Error {
  constructor() {
    super("An answer of Microsoft Graph is too large.");
    this.name = "AnswerTooLarge";
  }
}

export type ReceiveLimits = {
  readonly mostBytes: number;
  /** Shared by all who receive: of large answers, a few at a time are in memory before they are values. */
  readonly memory: ByteBudget;
};

export type DecodedBody = { readonly value: unknown; readonly bytes: number };

/** The JSON of an answer. An empty body is undefined; one that is too deep, torn or no JSON is a Fault. */
export async function decodeBody(response: Response, { mostBytes, memory }: ReceiveLimits): Promise<DecodedBody> {
  const announced = Number(response.headers.get("content-length") ?? 0);
  if (announced > mostBytes) throw new AnswerTooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let held: Grant | undefined;
  try {
    // Leaving the loop early closes the connection.
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) throw new AnswerTooLarge();
      if (bytes > answerLimits.receivedFreely) held ??= await memory.take(mostBytes);
      chunks.push(chunk);
    }
    const value = bytes === 0 ? undefined : checkedJson(new TextDecoder().decode(Buffer.concat(chunks)));
    return { value, bytes };
  } finally {
    held?.release();
  }
}

function checkedJson(text: string): unknown {
  return withMarks(jsonOf(text), maxDepth);
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw badResponse("is not JSON", cause);
  }
}

/** Takes out properties that would change an object's prototype when it is copied by assignment; the object says so. */
function withMarks(value: unknown, left: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (left === 0) throw badResponse("is nested too deeply");
  const holder: Record<string, unknown> = Object(value);
  const isMarked = Object.hasOwn(holder, "__proto__");
  for (const [name, each] of Object.entries(holder)) if (name !== "__proto__") holder[name] = withMarks(each, left - 1);
  if (isMarked) {
    Reflect.deleteProperty(holder, "__proto__");
    holder[droppedPropertyMark] = true;
  }
  return holder;
}

function badResponse(what: string, cause?: unknown): Fault {
  return new Fault("graph_bad_response", `An answer of Microsoft Graph ${what}.`, { cause });
}
