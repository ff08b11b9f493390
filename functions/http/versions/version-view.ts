import { z } from "zod";
import type { HttpApp } from "../../../src/app/http-app.ts";
import { auditEventSchema } from "../../../src/domain/event/audit-event.ts";
import type { TenantScope } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { type ObjectVersion, objectVersionSchema } from "../../../src/domain/version/object-version.ts";
import { objectParams } from "../object-params.ts";

const versionId = z.string().regex(/^version-[0-9a-f]{32}$/);

export const versionParams = objectParams.extend({ versionId });

/** Names the other side of a difference; left out, it is the version before. */
export const againstQuery = z.strictObject({ against: versionId.optional() });

export const versionSchema = objectVersionSchema.meta({ id: "ObjectVersion" });

/** Who made the change, as far as Intune's audit tells; without the right actor.read the actor has neither id nor name. */
const whoSchema = z.object({
  state: z.enum(["known", "several", "none_found", "not_collected", "not_in_this_log"]),
  events: z.array(auditEventSchema),
});

export const toldVersionSchema = objectVersionSchema.extend({ who: whoSchema }).meta({ id: "ToldVersion" });

type Params = { readonly type: string; readonly objectId: string; readonly versionId: string };

export function versionOf(app: HttpApp, scope: TenantScope, params: Params): Promise<ObjectVersion> {
  return app.readVersion(scope, params, params.versionId);
}
