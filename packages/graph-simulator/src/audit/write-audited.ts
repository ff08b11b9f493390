import type { Store } from "../store/make-store.ts";
import { type AuditedChange, auditEventsPath, isAudited, toAuditEvent } from "./audit-event.ts";

/** Writes a change of an object together with the event that tells of it, both or none. */
export function writeAudited(store: Store, tenantId: string, change: AuditedChange): void {
  const { collection, before, after } = change;
  const place = { tenantId, collection: collection.path };
  const id = String((after ?? before)?.["id"]);
  store.together(() => {
    if (after) store.put(place, id, after);
    else store.delete(place, id);
    if (!isAudited(collection)) return;
    const event = toAuditEvent(change);
    store.put({ tenantId, collection: auditEventsPath }, event.id, event);
  });
}
