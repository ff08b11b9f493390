import { z } from "zod";
import { badRequest, GraphError } from "../graph-error.ts";

const tokenSchema = z.object({
  /** The last change that was told. */
  seq: z.int().min(0),
  /** The newest change when the round began: of what was gone by then nobody needs to be told. */
  from: z.int().min(0),
  /** Properties that the first request selected; none is all. */
  select: z.array(z.string()),
  /** Another one means that the service has forgotten the changes. */
  generation: z.int(),
  /** Ms since 1970 when the round began. */
  at: z.int(),
});

/** Where a round of changes stands. */
export type DeltaToken = z.infer<typeof tokenSchema>;

/** Opaque to clients, as the service's own. */
export function toDeltaText(token: DeltaToken): string {
  return Buffer.from(JSON.stringify(token)).toString("base64url");
}

// https://devblogs.microsoft.com/microsoft365dev/duration-of-change-tracking-tokens-for-identity-and-education-resources/
const lifetimeMs = 7 * 24 * 3_600_000;

/** Reads a token. One that is older than a week is refused as Graph refuses it. */
export function parseDeltaText(text: string, nowMs: number): DeltaToken {
  const { success, data } = tokenSchema.safeParse(parseJson(Buffer.from(text, "base64url").toString()));
  if (!success) throw badRequest("Badly formed token.");
  if (nowMs - data.at <= lifetimeMs) return data;
  const said =
    "The sync state generation is not found. The delta token is expired and data must be synchronized again.";
  throw new GraphError(400, "syncStateNotFound", said);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
