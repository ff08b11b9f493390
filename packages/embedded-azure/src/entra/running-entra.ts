import type { Access } from "../access/access.ts";
import type { AccessTable } from "../access/make-access.ts";
import type { RunningServer, TlsFiles } from "../running-server.ts";
import type { Directory, DirectoryTenant } from "./directory.ts";
import type { DirectoryState } from "./directory-state.ts";
import type { EntraOperation } from "./operations.ts";
import type { SignInOptions } from "./sign-in/sign-in-options.ts";
import type { IssuedToken, Tokens } from "./tokens.ts";

export type EntraOptions = {
  readonly dir: string;
  /** Of the authority (TLS); 0 takes a free one. */
  readonly port: number;
  /** Of the managed identity endpoint (plain http on loopback); 0 takes a free one. */
  readonly identityPort: number;
  readonly tls: TlsFiles;
  readonly accessTable: AccessTable;
  readonly directory: Directory;
  /** Default 3,600. */
  readonly tokenLifetimeSeconds?: number;
  readonly nowMs?: () => number;
};

/** What a child process needs to sign in as its managed identity. */
export type IdentityEnvironment = {
  readonly IDENTITY_ENDPOINT: string;
  readonly IDENTITY_HEADER: string;
  readonly MANAGED_IDENTITY_CLIENT_ID: string;
};

export type EntraControl = Pick<DirectoryState, "setConsent" | "setGranted" | "setDisabled" | "setExpired"> & {
  /** A tenant that was not there when the directory started, such as an imported one. */
  addTenant(tenant: DirectoryTenant): void;
  removeTenant(tenantId: string): void;
  /** Requests by operation since the start. */
  operations(): Readonly<Partial<Record<EntraOperation, number>>>;
  /** The ids of the keys that the key set lists, the one that signs first. */
  keyIds(): readonly string[];
  /** Signs by a new key from now on; the older ones stay in the key set. */
  rollKey(): Promise<void>;
  /** Takes a key, not the one that signs, out of the key set. */
  revokeKey(kid: string): Promise<void>;
  /** A token as no directory gives it: any claims and header, signed by this one's key. */
  signAny: Tokens["signAny"];
  /** The next `times` token requests fail with the status (default 503); 0 ends an earlier outage. */
  failTokens(times: number, status?: number): void;
};

export type RunningEntra = RunningServer & {
  /** `https://localhost:PORT`, the same as `endpoint`. */
  readonly authority: string;
  /** The role table, and tokens checked in process. */
  readonly access: Access;
  readonly identityEndpoint: string;
  environmentOf(name: string): IdentityEnvironment;
  /** A token as the managed identity endpoint gives it, without HTTP. */
  identityToken(name: string, audience: string): Promise<IssuedToken>;
  /** A user's token for the API through the first public client, without HTTP. */
  userToken(name: string): Promise<IssuedToken>;
  /** Opens the pages at which people sign in with a browser, on a port of their own; closed by themselves. */
  startSignIn(options: SignInOptions): Promise<RunningServer>;
  readonly control: EntraControl;
};
