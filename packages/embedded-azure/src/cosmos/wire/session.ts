import type { ContainerDefinition } from "../rules/container-definition.ts";

/** The highest write that the sender's session has seen, out of tokens such as `0:-1#12`; 0 without a token. */
export function seenLsn(token: string | undefined): number {
  if (token === undefined) return 0;
  const numbers = token.split(",").map((part) => Number(/#(\d+)/.exec(part)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}

/**
 * The session token of an answer, and the container that it belongs to:
 * the SDK keeps a token only when it learns the container's resource id with it.
 */
export function sessionHeaders(container: ContainerDefinition, lsn: number): Record<string, string> {
  return {
    "x-ms-session-token": `0:-1#${lsn}`,
    lsn: String(lsn),
    "x-ms-content-path": container.rid,
    "x-ms-alt-content-path": encodeURI(`dbs/${container.database}/colls/${container.id}`),
  };
}
