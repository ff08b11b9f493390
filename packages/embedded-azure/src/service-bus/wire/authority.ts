import { createHmac, timingSafeEqual } from "node:crypto";
import type { Access } from "../../access/access.ts";
import { queueOfPath } from "../rules/broker.ts";
import { unauthorized } from "../rules/broker-error.ts";

export type Right = "send" | "receive";

/** What one accepted token gives on one connection. */
export type Claim = {
  /** Lower-case path of what it covers: an entity with its parts, or "" for the whole namespace. */
  readonly path: string;
  may(right: Right, queueName: string): boolean;
};

export type Authority = {
  /** The claim that a token gives, undefined when the token is not good. @param audience such as `sb://host/queue`. */
  claimOf(type: string, token: string, audience: string): Promise<Claim | undefined>;
};

const tokenAudience = "https://servicebus.azure.net";

/** Judges tokens: Entra tokens by the role table, shared access signatures by the key. */
export function makeAuthority(deps: { access: Access | undefined; key: string; now: () => number }): Authority {
  return {
    claimOf: async (type, token, audience) => {
      if (type === "jwt") return claimOfCaller(deps.access, token, audience);
      return claimOfSignature(deps, token);
    },
  };
}

async function claimOfCaller(access: Access | undefined, token: string, audience: string): Promise<Claim | undefined> {
  const caller = await access?.callerOf(token, tokenAudience);
  if (!access || !caller) return undefined;
  const may: Claim["may"] = (right, queueName) => access.may(caller, `serviceBus/${right}`, `serviceBus/${queueName}`);
  return { path: pathOf(audience), may };
}

/** A shared access signature: https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas */
function claimOfSignature({ key, now }: { key: string; now: () => number }, token: string): Claim | undefined {
  // The signature is over the resource as it was encoded, so its text is taken as it stands.
  const fields = new Map(
    token
      .replace(/^SharedAccessSignature /, "")
      .split("&")
      .map(toPair),
  );
  const [resource, signature, expiry] = ["sr", "sig", "se"].map((name) => fields.get(name));
  if (!resource || !signature || Number(expiry) * 1000 <= now()) return undefined;
  const expected = createHmac("sha256", key).update(`${resource}\n${expiry}`).digest();
  const actual = Buffer.from(decodeURIComponent(signature), "base64");
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined;
  return { path: pathOf(decodeURIComponent(resource)), may: () => true };
}

function toPair(text: string): [name: string, value: string] {
  const at = text.indexOf("=");
  return [text.slice(0, at), text.slice(at + 1)];
}

function pathOf(audience: string): string {
  return decodeURIComponent(new URL(audience).pathname)
    .replace(/^\/|\/$/g, "")
    .toLowerCase();
}

/** The claims of one connection; a later token for the same path takes the place of the earlier. */
export class Claims {
  readonly #byPath = new Map<string, Claim>();

  add(claim: Claim): void {
    this.#byPath.set(claim.path, claim);
  }

  /** @throws BrokerError unless a token given on this connection covers the path and gives one of the rights. */
  require(path: string, ...rights: readonly Right[]): void {
    const covering = [...this.#byPath.values()].filter((claim) => covers(claim.path, path.toLowerCase()));
    const isAllowed = rights.some((right) => covering.some((claim) => claim.may(right, queueOfPath(path))));
    if (!isAllowed) throw unauthorized(rights[0] === "send" ? "Send" : "Listen", path);
  }
}

function covers(claimed: string, path: string): boolean {
  return claimed === "" || path === claimed || path.startsWith(`${claimed}/`);
}
