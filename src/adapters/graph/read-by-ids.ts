import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { toGraphFault } from "./graph-error.ts";
import type { Reader } from "./make-reader.ts";
import { objectSchema } from "./object-body.ts";
import { withoutRepeats } from "./without-repeats.ts";

type ReadByIdsRequest = {
  readonly reader: Pick<Reader, "ask">;
  /** Of the action. */
  readonly url: string;
  /** Kind of object that is requested, such as `group`. */
  readonly type: string;
  readonly signal: AbortSignal;
};

// https://learn.microsoft.com/graph/api/directoryobject-getbyids: up to 1,000 ids a call, all in one answer.
const idsPerCall = 1_000;

/**
 * The objects of these ids that exist. An answer with something else in it, or with more to follow, is a Fault: what it
 * leaves out would be taken for deleted.
 */
export async function readByIds(
  { reader, url, type, signal }: ReadByIdsRequest,
  ids: readonly string[],
): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  for (let start = 0; start < ids.length; start += idsPerCall) {
    const batch = ids.slice(start, start + idsPerCall);
    const answer = await reader.ask(url, { ids: batch, types: [type] }, signal);
    if (answer.status !== 200) throw toGraphFault(answer, type);
    found.push(...checkedAnswer(answer.body, batch, type));
  }
  return found;
}

const answerSchema = z.object({ value: z.array(objectSchema), "@odata.nextLink": z.unknown().optional() });

function checkedAnswer(body: unknown, ids: readonly string[], target: string): JsonObject[] {
  const { data } = answerSchema.safeParse(body);
  if (!data) throw badAnswer("has no value", target);
  if (data["@odata.nextLink"] !== undefined) throw badAnswer("is not whole", target);
  const requested = new Set(ids.map((id) => id.toLowerCase()));
  const isRequested = ({ id }: JsonObject): boolean => typeof id === "string" && requested.has(id.toLowerCase());
  if (!data.value.every(isRequested)) throw badAnswer("holds what was not asked for", target);
  return withoutRepeats(data.value, target);
}

function badAnswer(what: string, target: string): Fault {
  return new Fault("graph_bad_response", `An answer of Microsoft Graph to a list of ids ${what}.`, { target });
}
