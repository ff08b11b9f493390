import { Fault } from "../../domain/error/fault.ts";
import { leftOutMark } from "../../domain/graph/left-out.ts";
import { parseJson } from "../../domain/json/exact-json.ts";

// The largest answers seen are pages of a few MB (graph.md 4); this bounds memory, not use.
const maxBytes = 64 * 1024 * 1024;
// What is nested more deeply would break a stack; what an object may have is less (takeOutMarks), and costs it alone.
const maxDepth = 1_000;

/** The JSON of an answer. An empty body is undefined; one that is too large, too deep, torn or no JSON is a Fault. */
export async function decodeBody(response: Response): Promise<unknown> {
  const announced = Number(response.headers.get("content-length") ?? 0);
  if (announced > maxBytes) throw badResponse("is too large");
  const bytes = await readBytes(response);
  if (bytes.byteLength === 0) return undefined;
  return checkedJson(new TextDecoder().decode(bytes));
}

/** Leaving the loop early closes the connection. */
async function readBytes({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw badResponse("is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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
    holder[leftOutMark] = true;
  }
  return holder;
}

function badResponse(what: string, cause?: unknown): Fault {
  return new Fault("graph_bad_response", `An answer of Microsoft Graph ${what}.`, { cause });
}
