import { mkdir } from "node:fs/promises";
import { makeAccess } from "../access/make-access.ts";
import { makeOperationCounts, type OperationCounts } from "../operation-counts.ts";
import type { AuthorityContext } from "./authority-handler.ts";
import type { DirectoryTenant } from "./directory.ts";
import { openDirectoryState } from "./directory-state.ts";
import { makeCallerOf } from "./make-caller-of.ts";
import type { EntraOperation } from "./operations.ts";
import type { EntraOptions } from "./running-entra.ts";
import { openSigningKeys } from "./signing-keys.ts";
import { makeTokens } from "./tokens.ts";

/** The directory as the running server works with it: a context for requests, and what the control changes. */
export type OpenDirectory = AuthorityContext & {
  readonly tenants: Map<string, DirectoryTenant>;
  /** Statuses with which the next token requests fail. */
  readonly failures: number[];
  readonly operations: OperationCounts<EntraOperation>;
};

/** Opens the data folder. `authority` is read at each use, because a free port is known only when the server listens. */
export async function openDirectory(options: EntraOptions, authority: () => string): Promise<OpenDirectory> {
  await mkdir(options.dir, { recursive: true, mode: 0o700 });
  const keys = await openSigningKeys(options.dir);
  const state = await openDirectoryState(options.dir);
  const nowMs = options.nowMs ?? Date.now;
  const { home, api, users, identities, ...directory } = options.directory;
  const tenants = new Map([home, ...directory.tenants].map((tenant) => [tenant.id.toLowerCase(), tenant]));
  const apps = new Map(directory.apps.map((app) => [app.clientId.toLowerCase(), app]));
  const principals = Object.entries(identities).map(([name, ids]) => ({ name, tenantId: home.id, ...ids }));
  const tokens = makeTokens({ authority, keys, lifetimeSeconds: options.tokenLifetimeSeconds ?? 3_600, nowMs });
  const callerOf = makeCallerOf({ tokens, isKnownTenant: (tenantId) => tenants.has(tenantId.toLowerCase()), nowMs });
  const access = makeAccess({ table: options.accessTable, principals, callerOf });
  const failures: number[] = [];
  const operations = makeOperationCounts<EntraOperation>();
  return {
    tenants,
    apps,
    users,
    api,
    state,
    tokens,
    access,
    nowMs,
    authority,
    keys,
    failures,
    operations,
    count: operations.count,
    takeFailure: () => failures.shift(),
  };
}
