import { z } from "zod";
import { consentApplications } from "../../../src/domain/consent/consent-link.ts";
import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";

const linkSchema = z.object({ url: z.url(), expiresAt: z.iso.datetime() }).meta({ id: "ConsentLink" });

export const createConsentLink = tenantRoute({
  id: "createConsentLink",
  method: "POST",
  path: "tenants/{tenantId}/consent-links",
  summary: "A link for an administrator of the tenant, who consents by it to an application: once, within an hour.",
  right: "setting.write",
  orPlatform: "change",
  body: z.strictObject({ application: z.enum(consentApplications) }),
  answers: { 201: linkSchema },
  handle: async (app, { scope, grantedBy, caller, body: { application } }) => {
    const body = await app.makeConsentLink(scope, { application, maker: toInitiator(caller), grantedBy });
    return { status: 201, body };
  },
});
