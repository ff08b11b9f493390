/** What the embedded servers ask about a caller: who is it, and may it. The access table says it. */

export type Action =
  | "cosmos/read"
  | "cosmos/write"
  | "serviceBus/send"
  | "serviceBus/receive"
  | "blobs/read"
  | "blobs/write"
  | "blobs/delete"
  | "blobs/deleteVersion"
  | "blobs/setPolicy"
  | "entra/federate";

export type Caller = {
  /** Object id of the service principal or user (claim `oid`). */
  readonly principalId: string;
  /** Client id of the application or managed identity (claim `appid` or `azp`). */
  readonly clientId: string;
  /** Entra tenant of the token (claim `tid`). */
  readonly tenantId: string;
  /** Application roles (claim `roles`). */
  readonly roles: readonly string[];
  /** What a person let the client do (claim `scp`); a token of an application has none. */
  readonly scopes?: readonly string[];
};

export type Access = {
  /** The caller behind a bearer token, or undefined when it is not valid for this audience, or one of these (signature, issuer, audience, expiry). */
  callerOf(token: string, audience: string | readonly string[]): Promise<Caller | undefined>;
  /** Whether the role table gives the caller the action on a resource such as `cosmos`, `blobs/snapshots`, `serviceBus/operations`. */
  may(caller: Caller, action: Action, resource: string): boolean;
};
