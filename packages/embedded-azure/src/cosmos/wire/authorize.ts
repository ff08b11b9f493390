import { createHmac, timingSafeEqual } from "node:crypto";
import type { Access, Caller } from "../../access/access.ts";
import { CosmosError } from "../rules/cosmos-error.ts";
import type { CosmosRequest } from "./cosmos-request.ts";

export type Right = "read" | "write" | "manage";
/** The holder of the key may do everything; a token's caller what the role table says. */
export type Identity = { may(right: Right): boolean; readonly name: string };
export type Authorize = (request: CosmosRequest) => Promise<Identity>;

type Options = { readonly key: string; readonly access: Access | undefined; readonly audiences: readonly string[] };

/** Tokens already checked are kept this long at most, and never beyond their own expiry. */
const LONGEST_KEPT_MS = 60_000;
const MAX_KEPT = 100;

/** Makes the check of who calls: the master key's signature, or an Entra token. Throws the service's 401. */
export function makeAuthorize({ key, access, audiences }: Options): Authorize {
  const secret = Buffer.from(key, "base64");
  const kept = new Map<string, { caller: Caller; untilMs: number }>();

  async function callerOf(token: string): Promise<Caller | undefined> {
    const known = kept.get(token);
    if (known !== undefined && known.untilMs > Date.now()) return known.caller;
    kept.delete(token);
    for (const audience of audiences) {
      const caller = await access?.callerOf(token, audience);
      if (caller === undefined) continue;
      if (kept.size >= MAX_KEPT) kept.clear();
      kept.set(token, { caller, untilMs: Math.min(expiryOf(token), Date.now() + LONGEST_KEPT_MS) });
      return caller;
    }
    return undefined;
  }

  return async (request) => {
    const { type, signature } = parseAuthorization(String(request.headers.authorization ?? ""));
    if (type === "master") {
      if (!isSigned(request, secret, signature)) throw unauthorized("The wrong key is being used");
      return { may: () => true, name: "key" };
    }
    const caller = type === "aad" ? await callerOf(signature) : undefined;
    if (access === undefined || caller === undefined)
      throw unauthorized("The token is missing, expired or not for this account");
    const may = (right: Right) => right !== "manage" && access.may(caller, `cosmos/${right}`, "cosmos");
    return { may, name: caller.principalId };
  };
}

/** Throws the service's 403 when the caller lacks the right. 5300 and 5302 are its sub-statuses for tokens. */
export function demand(identity: Identity, right: Right, what: string): void {
  if (identity.may(right)) return;
  if (right === "manage") {
    const message = `The given request [${what}] cannot be authorized by AAD token in data plane.`;
    throw new CosmosError(403, "Forbidden", message, { substatus: 5300 });
  }
  const message = `Request blocked by Auth: principal [${identity.name}] does not have required RBAC permissions to perform ${right} [${what}].`;
  throw new CosmosError(403, "Forbidden", message, { substatus: 5302 });
}

function parseAuthorization(header: string): { type: string; signature: string } {
  const match = /^type=(master|aad)&ver=1\.0&sig=(.+)$/.exec(decode(header));
  return { type: match?.[1] ?? "", signature: match?.[2] ?? "" };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** HMAC-SHA256 over verb, resource type, resource link and date, as in "Access control on Cosmos DB resources". */
function isSigned(request: CosmosRequest, secret: Buffer, signature: string): boolean {
  const { segments } = request;
  const isItem = segments.length % 2 === 0;
  const type = segments.length === 0 ? "" : (segments.at(isItem ? -2 : -1) ?? "");
  const link = (isItem ? segments : segments.slice(0, -1)).join("/");
  const date = String(request.headers["x-ms-date"] ?? "").toLowerCase();
  const text = `${request.method.toLowerCase()}\n${type}\n${link}\n${date}\n\n`;
  const expected = createHmac("sha256", secret).update(text).digest();
  const actual = Buffer.from(signature, "base64");
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function unauthorized(why: string): CosmosError {
  const message = `The input authorization token can't serve the request. ${why}, or the expected payload is not built as per the protocol.`;
  return new CosmosError(401, "Unauthorized", message);
}

/** When the token ends, in ms since 1970; 0 when it does not say, so that it is checked each time. */
function expiryOf(token: string): number {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    const seconds = typeof claims === "object" && claims !== null && "exp" in claims ? Number(claims.exp) : 0;
    return seconds * 1000;
  } catch {
    return 0;
  }
}
