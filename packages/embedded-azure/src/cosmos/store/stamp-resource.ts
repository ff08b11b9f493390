import { randomUUID } from "node:crypto";
import type { JsonObject } from "../rules/json.ts";

type Stamp = { readonly rid: string; readonly self: string; readonly nowMs: number };

/** A database or container with the system properties of this version of it. */
export function stampResource(body: JsonObject, { rid, self, nowMs }: Stamp): JsonObject {
  return { ...body, _rid: rid, _self: self, _etag: `"${randomUUID()}"`, _ts: Math.floor(nowMs / 1000) };
}
