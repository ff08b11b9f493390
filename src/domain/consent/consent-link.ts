import { z } from "zod";
import { initiatorSchema } from "../operation-run/operation-run.ts";
import { grantSchema } from "../tenant/grant.ts";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";
import { knownValue } from "../unreadable/known-value.ts";

export const consentApplications = ["read", "write"] as const;

/** A way for an administrator of one customer to consent to one application; kept in the platform's partition, used once. */
export const consentLinkSchema = z.object({
  /** 128 bits that nobody can guess; comes back with the administrator. */
  state: z.string(),
  customerId: tenantIdSchema,
  application: knownValue(consentApplications),
  /** Whoever made it; the check that follows runs in that name. */
  maker: initiatorSchema,
  /** Only the platform role let the maker make it: what versions before this one know of `grantedBy`. */
  byPlatform: z.boolean(),
  /** What let the maker make it; left out by versions before this one. */
  grantedBy: grantSchema.optional(),
  expiresAt: z.iso.datetime(),
});

export type ConsentLink = z.infer<typeof consentLinkSchema>;
export type ConsentApplication = (typeof consentApplications)[number];

/** How long a link works. */
export const consentLinkMs = 3_600_000;

/** In the scope of the platform only. */
export type ConsentRepository = {
  create(link: ConsentLink): Promise<void>;
  /** The link, for the first who takes it; it is gone then. */
  take(state: string): Promise<ConsentLink | undefined>;
};

/** What the page says after a consent: nobody's name. */
export const consentOutcomes = ["received", "refused", "expired"] as const;
export type ConsentOutcome = (typeof consentOutcomes)[number];

/** Whether a text can be a state: a look at the database costs, and anybody may ask. */
export function isPossibleState(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}
