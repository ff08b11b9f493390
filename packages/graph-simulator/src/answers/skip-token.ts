import { z } from "zod";
import { badRequest } from "../graph-error.ts";

const tokenSchema = z.object({ after: z.int(), salt: z.string() });

/** Where a page begins. The salt only makes two links to one page differ. */
export type SkipToken = z.infer<typeof tokenSchema>;

/** Opaque to clients, as the service's own. */
export function toSkipToken(token: SkipToken): string {
  return Buffer.from(JSON.stringify(token)).toString("base64url");
}

export function parseSkipToken(text: string | undefined): SkipToken {
  if (text === undefined) return { after: 0, salt: "" };
  const token = tokenSchema.safeParse(parseJson(Buffer.from(text, "base64url").toString()));
  if (!token.success) throw badRequest("Skip token is invalid.");
  return token.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
