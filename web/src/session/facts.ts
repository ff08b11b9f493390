/** How people sign in here, as the API tells it to anybody. */
export type SignInFacts = {
  readonly clientId: string;
  /** Of the access token. */
  readonly scope: string;
  /** Of the tokens. With several home tenants `{tenantid}` in it stands for the token's own `tid`. */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly endSessionEndpoint: string;
  /** Where the portal is, whatever name it was opened by; without a slash at its end. */
  readonly portalUrl: string;
  readonly version: string;
};

const longest = 2_000;
const longestBody = 20_000;

/** Asks the API how people sign in. Throws when it does not answer, or when what it says cannot be used. */
export async function readFacts(): Promise<SignInFacts> {
  // index.html asks the same beside the scripts: the browser takes that answer, as long as nothing else is said here.
  const response = await fetch("/api/sign-in");
  if (!response.ok) throw new Error(`GET /api/sign-in answered ${response.status}`);
  const text = await response.text();
  if (text.length > longestBody) throw new Error("GET /api/sign-in answered too much");
  return parseFacts(JSON.parse(text));
}

/** Takes the members that are known, each a text of bounded length; addresses are https, or of this very machine. */
export function parseFacts(value: unknown): SignInFacts {
  const members = new Map<string, unknown>(Object.entries(value ?? {}));
  const textOf = (name: keyof SignInFacts): string => {
    const text = members.get(name);
    if (typeof text !== "string" || text === "" || text.length > longest)
      throw new Error(`GET /api/sign-in gave no usable ${name}`);
    return text;
  };
  const addressOf = (name: keyof SignInFacts): string => {
    const text = textOf(name);
    if (!isTrusted(text)) throw new Error(`GET /api/sign-in gave an address that is not https: ${name}`);
    return text;
  };
  return {
    clientId: textOf("clientId"),
    scope: textOf("scope"),
    issuer: addressOf("issuer"),
    authorizationEndpoint: addressOf("authorizationEndpoint"),
    tokenEndpoint: addressOf("tokenEndpoint"),
    endSessionEndpoint: addressOf("endSessionEndpoint"),
    portalUrl: addressOf("portalUrl").replace(/\/+$/, ""),
    version: textOf("version"),
  };
}

function isTrusted(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  return url.protocol === "https:" || isOnThisMachine(url);
}

/** Plain http is for a directory on this very machine. */
export function isOnThisMachine({ protocol, hostname }: Pick<URL, "protocol" | "hostname">): boolean {
  return protocol === "http:" && ["127.0.0.1", "localhost"].includes(hostname);
}
