import { z } from "zod";
import type { Authority } from "./authority.ts";
import type { ConnectionState, WireDeps } from "./context.ts";
import { toBrokerError } from "./outcomes.ts";
import { answer, type Request } from "./requests.ts";

const requestSchema = z.object({
  operation: z.literal("put-token"),
  name: z.string(),
  type: z.string(),
  token: z.string(),
});

type Status = { readonly code: number; readonly description: string };

/** Takes a token on the `$cbs` node, and answers whether it is good. */
export async function handleTokenRequest(
  { authority, faults }: Pick<WireDeps, "authority" | "faults">,
  state: ConnectionState,
  request: Request,
): Promise<void> {
  faults.count("put-token");
  const { code, description } = await takeToken(authority, state, request).catch(toFailure);
  // Unlike those of management answers, these names are spelled with hyphens.
  answer(state, request, { "status-code": code, "status-description": description }, "");
}

async function takeToken(authority: Authority, state: ConnectionState, request: Request): Promise<Status> {
  const asked = requestSchema.safeParse({ ...request.properties, token: request.body });
  if (!asked.success) return { code: 400, description: "The request is not a put-token with a token." };
  const { type, token, name } = asked.data;
  const claim = await authority.claimOf(type, token, name);
  if (!claim) return { code: 401, description: "InvalidSignature: The token has an invalid signature." };
  state.claims.add(claim);
  return { code: 202, description: "Accepted" };
}

function toFailure(error: unknown): Status {
  const { status, message } = toBrokerError(error);
  return { code: status, description: message };
}
