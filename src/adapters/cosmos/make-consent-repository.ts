import type { Container } from "@azure/cosmos";
import { type ConsentRepository, consentLinkMs, consentLinkSchema } from "../../domain/consent/consent-link.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { parseDocument, toDocument } from "./document.ts";
import { createDocument, readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

const parse = parseDocument(consentLinkSchema);
const idOf = (state: string): string => `consent-${state}`;

/** Links for consent, which the database lets go after their hour. */
export function makeConsentRepository(container: Container, { tenantId }: TenantScope): ConsentRepository {
  return {
    create: async (link) => {
      const document = toDocument("consent", idOf(link.state), tenantId, { ...link, ttl: consentLinkMs / 1_000 });
      await createDocument(container, document);
    },
    take: async (state) => {
      const known = await readDocument(container, tenantId, idOf(state), parse);
      if (!known) return undefined;
      const accessCondition = { type: "IfMatch", condition: known.etag };
      const taken = await callCosmos(
        () => container.item(idOf(state), tenantId).delete({ accessCondition }),
        [404, 412],
      );
      return "value" in taken ? known.value : undefined;
    },
  };
}
