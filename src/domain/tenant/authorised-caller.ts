import type { TenantScope } from "../tenant-scope/tenant-scope.ts";
import type { PlatformAct } from "./caller.ts";
import type { Grant } from "./grant.ts";
import type { Right, Role } from "./rights.ts";

/** What a route asks for in its tenant. */
export type Needed = {
  readonly right: Right;
  /** What a platform role must allow to be enough without the right; left out: no platform role is. */
  readonly orPlatform?: PlatformAct;
};

/** Who has it, and where. */
export type AuthorisedCaller = {
  readonly scope: TenantScope;
  /** The caller's best role in the tenant; null where a platform role alone lets it in. */
  readonly role: Role | null;
  /** What gives the right. */
  readonly grantedBy: Grant;
};
