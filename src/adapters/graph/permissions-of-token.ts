import { z } from "zod";

const name = z.string().regex(/^[A-Za-z0-9._-]{1,120}$/);
// Left out of the token of an application that is granted nothing.
const claimsSchema = z.object({ roles: z.array(name).max(500).default([]) });

/**
 * The application permissions that a token of Microsoft Graph carries: its claim `roles`
 * (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference). Undefined where it cannot be read:
 * Microsoft promises no form of the tokens of its own services
 * (https://learn.microsoft.com/entra/identity-platform/access-tokens). Nothing is decided by it: the service does.
 */
export function permissionsOf(token: string): readonly string[] | undefined {
  try {
    return claimsSchema.parse(payloadOf(token)).roles.toSorted();
  } catch {
    return undefined;
  }
}

/** The claims of a token, of which nobody checks the signature: only whom it is for may (RFC 7519 3). */
function payloadOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
}
