import type { Caller } from "../../domain/tenant/caller.ts";

type Authenticate = (authorization: string | null) => Promise<Caller>;

/** Limits the rate of each caller: one who calls too often is refused before anything is read for him. */
export function limitCallers(authenticate: Authenticate, takeOne: (caller: string) => void): Authenticate {
  return async (authorization) => {
    const caller = await authenticate(authorization);
    takeOne(`${caller.homeTenantId} ${caller.id}`);
    return caller;
  };
}
