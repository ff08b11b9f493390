import type { AuditEntry } from "../../domain/audit/audit-entry.ts";
import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { errorCodes } from "../../domain/error/error-codes.ts";
import { toFault } from "../../domain/error/fault.ts";
import { derivedId } from "../../domain/identity/derived-id.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { Caller } from "../../domain/tenant/caller.ts";
import { openTenantScope, platformId, type TenantId, tenantIdSchema } from "../../domain/tenant-scope/tenant-scope.ts";
import { visibleText } from "../../domain/text/visible-text.ts";

export type NoteRefusalsDeps = {
  readonly storesFor: StoresFor;
  readonly clock: Clock;
  /** Told of what could not be noted. */
  readonly onError: (error: unknown) => void;
};

/** Notes that a caller was refused with an error; `asked` is the tenant id of the request, as it came, or null. */
export type NoteRefusal = (caller: Caller, error: unknown, asked: string | null) => void;

const minuteMs = 60_000;
// More callers are refused in a minute by an attack alone; what is over is not noted, so that it costs nothing.
const mostNoted = 30_000;
const mostLength = 100;

/**
 * Refused attempts are audit entries: a missing right in the tenant's partition; a tenant that is not there
 * for the caller, and too many requests, in the platform's. Its id is caller, status and minute, so that nobody makes more
 * than three a minute. Nobody waits for the write, and nothing fails because of it.
 */
export function makeNoteRefusals({ storesFor, clock, onError }: NoteRefusalsDeps): NoteRefusal {
  let noted = new Set<string>();
  let notedMinute = 0;
  return (caller, error, asked) => {
    const entry = toEntry(caller, error, asked, clock.nowMs());
    if (!entry) return;
    const minute = Math.floor(clock.nowMs() / minuteMs);
    if (minute !== notedMinute) noted = new Set();
    notedMinute = minute;
    if (noted.has(entry.id) || noted.size >= mostNoted) return;
    noted.add(entry.id);
    const { audit } = storesFor(openTenantScope(entry.tenantId, "authorised"));
    audit.add(entry).catch(onError);
  };
}

function toEntry(
  { kind, id, name, homeTenantId }: Caller,
  error: unknown,
  asked: string | null,
  nowMs: number,
): AuditEntry | undefined {
  const { code, target } = toFault(error);
  const { status } = errorCodes[code];
  const isRefusal = status === 403 || status === 429 || (code === "not_found" && target === "tenant");
  if (!isRefusal) return undefined;
  const minute = String(Math.floor(nowMs / minuteMs));
  const right = code === "missing_right" && target !== undefined ? { right: target } : {};
  return {
    id: `audit-refused-${derivedId(homeTenantId, id, String(status), minute)}`,
    tenantId: status === 403 ? tenantOf(asked) : platformId,
    actor: { kind, id, name },
    action: "access.refused",
    target: visibleText(asked ?? "platform").slice(0, mostLength),
    before: null,
    after: { code, ...right },
    at: isoTime(nowMs),
  };
}

/** Who lacks a right is a member, so the tenant is there. */
function tenantOf(asked: string | null): TenantId {
  return tenantIdSchema.catch(platformId).parse(asked);
}
