import type { Caller } from "../../domain/tenant/caller.ts";
import type { NoteRefusal } from "../audit/note-refusals.ts";

type Authenticate = (authorization: string | null) => Promise<Caller>;

export type LimitCallersDeps = {
  readonly authenticate: Authenticate;
  /** Counts one request of a caller; throws when there were too many. */
  readonly takeOne: (caller: string) => void;
  readonly noteRefusal: NoteRefusal;
};

/**
 * Limits the rate of each caller: one who calls too often is refused before anything is read for him. `asked` is the tenant
 * id of the request, as it came, or null.
 */
export function limitCallers({ authenticate, takeOne, noteRefusal }: LimitCallersDeps) {
  return async (authorization: string | null, asked: string | null): Promise<Caller> => {
    const caller = await authenticate(authorization);
    try {
      takeOne(`${caller.homeTenantId} ${caller.id}`);
    } catch (error) {
      noteRefusal(caller, error, asked);
      throw error;
    }
    return caller;
  };
}
