import type { Caller } from "../../domain/tenant/caller.ts";

type Authenticate = (authorization: string | null) => Promise<Caller>;

/** Counts who calls: a caller who asks too often is told so before anything is read for him. */
export function limitCallers(authenticate: Authenticate, takeOne: (caller: string) => void): Authenticate {
  return async (authorization) => {
    const caller = await authenticate(authorization);
    takeOne(`${caller.homeTenantId} ${caller.id}`);
    return caller;
  };
}
