import type { Container } from "@azure/cosmos";
import { Fault } from "../../domain/error/fault.ts";
import { type ReadinessRepository, readinessSchema } from "../../domain/readiness/readiness.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { parseDocument, toDocument } from "./document.ts";
import { createDocument, readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

const id = "readiness";
const parse = parseDocument(readinessSchema);

// A tenant has one check at a time; an older one that was given up may write once more.
const tries = 5;

/** What the last check of one tenant found: one document, which only a run that began later replaces. */
export function makeReadinessRepository(container: Container, { tenantId }: TenantScope): ReadinessRepository {
  const read = () => readDocument(container, tenantId, id, parse);
  return {
    read: async () => (await read())?.value,
    keep: async (readiness) => {
      const document = toDocument("readiness", id, tenantId, readiness);
      for (let tried = 0; tried < tries; tried += 1) {
        const known = await read();
        if (known && known.value.startedAt > readiness.startedAt) return;
        if (!known && (await createDocument(container, document)) === "created") return;
        if (!known) continue;
        const options = { accessCondition: { type: "IfMatch", condition: known.etag } };
        const answer = await callCosmos(() => container.item(id, tenantId).replace(document, options), [404, 412]);
        if ("value" in answer) return;
      }
      throw new Fault("conflict", "Others write what the check of the tenant found.", { target: tenantId });
    },
  };
}
