import type { Container } from "@azure/cosmos";
import { Fault } from "../../domain/error/fault.ts";
import { type CompleteListings, listingSchema, neverListed, withListed } from "../../domain/inventory/listing.ts";
import { parseDocument, toDocument } from "./document.ts";
import { createDocument, readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

/** One a tenant, beside its runs: a document of another container would be an object to whoever reads the inventory. */
const listingId = "listing";

export const parseListing = parseDocument(listingSchema);

export function readListing<T>(tenantData: Container, tenantId: string, parse: (document: unknown) => T) {
  return readDocument(tenantData, tenantId, listingId, parse);
}

const tries = 5;

/** Notes what a run listed completely. Two runs that end at once both count: the one that comes second reads again. */
export async function noteListed(
  tenantData: Container,
  tenantId: string,
  found: CompleteListings,
  types: readonly string[],
): Promise<void> {
  for (let count = 0; count < tries; count += 1) {
    const stored = await readListing(tenantData, tenantId, parseListing);
    const listing = withListed(stored?.value ?? neverListed, found, types);
    const document = toDocument("listing", listingId, tenantId, listing);
    if (!stored) {
      if ((await createDocument(tenantData, document)) === "created") return;
      continue;
    }
    const options = { accessCondition: { type: "IfMatch", condition: stored.etag } };
    const answer = await callCosmos(
      () => tenantData.item(listingId, tenantId).replace(document, options),
      [404, 409, 412],
    );
    if ("value" in answer) return;
  }
  throw new Fault("conflict", "The listing of the tenant changed each time it was written.", { target: listingId });
}
