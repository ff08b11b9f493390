import type { TenantScope } from "../tenant-scope/tenant-scope.ts";
import type { Right, Role } from "./rights.ts";

/** What a route asks for in its tenant. */
export type Needed = {
  readonly right: Right;
  /** Left out: no platform role is enough without the right. */
  readonly orPlatform?: "change";
};

/** Who has it, and where. */
export type AuthorisedCaller = {
  readonly scope: TenantScope;
  /** The caller's role in the tenant; null where the platform role alone lets it in. */
  readonly role: Role | null;
  /** The platform role admitted the caller, which lacks the right as a member; undefined for members. */
  readonly grantedBy: "platform" | undefined;
};
