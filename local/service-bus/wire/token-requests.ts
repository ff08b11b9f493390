import { z } from "zod";
import type { ConnectionState, WireDeps } from "./context.ts";
import { answer, type Request } from "./requests.ts";

const requestSchema = z.object({
  operation: z.literal("put-token"),
  name: z.string(),
  type: z.string(),
  token: z.string(),
});

/** Takes a token on the `$cbs` node, and answers whether it is good. */
export async function handleTokenRequest(
  { authority, faults }: Pick<WireDeps, "authority" | "faults">,
  state: ConnectionState,
  request: Request,
): Promise<void> {
  faults.count("put-token");
  const asked = requestSchema.safeParse({ ...request.properties, token: request.body });
  if (!asked.success) return answer(state, request, statusOf(400, "The request is not a put-token with a token."), "");
  const { type, token, name } = asked.data;
  const claim = await authority.claimOf(type, token, name);
  if (!claim) return answer(state, request, statusOf(401, "InvalidSignature: The token has an invalid signature."), "");
  state.claims.add(claim);
  return answer(state, request, statusOf(202, "Accepted"), "");
}

/** Unlike management answers, those of `$cbs` are spelled with hyphens. */
function statusOf(status: number, description: string): object {
  return { "status-code": status, "status-description": description };
}
