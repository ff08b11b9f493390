import { describe, expect, it } from "vitest";
import { toGraphFault } from "../../../src/adapters/graph/graph-error.ts";

const body = (code: string, message: string) => ({ error: { code, message } });

describe("a refusal of Graph", () => {
  const rows: readonly [number, unknown, string][] = [
    [401, body("InvalidAuthenticationToken", "expired"), "graph_unauthenticated"],
    [403, body("Forbidden", "not authorized"), "graph_forbidden"],
    [403, body("Forbidden", "Your tenant is not licensed for this feature."), "not_licensed"],
    [400, body("BadRequest", "Request not applicable to target tenant."), "not_licensed"],
    [400, body("AppLifecycle_2210", ""), "not_licensed"],
    [403, body("NoLicense", "Tenant does not meet license requirement!"), "not_licensed"],
    [403, body("Forbidden", "A subscription within the tenant has lapsed."), "not_licensed"],
    // What services say that refuse without naming a licence.
    [403, body("Forbidden", "Access Denied"), "graph_forbidden"],
    [403, body("Forbidden", "An error has occurred - Url: /SoftwareUpdateService/x"), "graph_forbidden"],
    [403, body("Forbidden", "An error has occurred - RemoteAssistService - Forbidden"), "graph_forbidden"],
    [400, body("BadRequest", "API is not supported for this environment"), "graph_refused"],
    [400, body("BadRequest", "Invalid filter"), "graph_refused"],
    [400, body("No method match route template", "No OData route exists that match template ~/x."), "graph_no_route"],
    [400, body("BadRequest", "No OData route exists that match template ~/x."), "graph_no_route"],
    [400, body("BadRequest", "Resource not found for the segment 'items'."), "graph_no_route"],
    [400, body("BadRequest", "Parsing OData Select and Expand failed: Could not find a property"), "graph_no_route"],
    [404, undefined, "graph_not_found"],
    [429, undefined, "graph_throttled"],
    [503, "<html>", "graph_unavailable"],
  ];
  it.each(rows)("%i %j is %s", (status, answer, code) => {
    expect(toGraphFault({ status, body: answer }, "settingsCatalog")).toMatchObject({
      code,
      target: "settingsCatalog",
    });
  });

  it("an answer of a tenant without Intune says so, whichever type was asked for", () => {
    const answer = body("BadRequest", "Request not applicable to target tenant.");
    const { message } = toGraphFault({ status: 400, body: answer }, "assignmentFilter");
    expect(message).toBe("The tenant has no Microsoft Intune.");
  });

  it("names Graph's code and nothing of its text, which may hold names (P6.10)", () => {
    const { message } = toGraphFault({ status: 403, body: body("Forbidden", "user anna@contoso.com may not") }, "x");
    expect(message).toBe("Microsoft Graph answered 403 (Forbidden).");
  });

  it("does not repeat a code that could be text", () => {
    const { message } = toGraphFault({ status: 400, body: body("anna@contoso.com has no right", "") }, "x");
    expect(message).toBe("Microsoft Graph answered 400 (unknown).");
  });

  const id = "6f0a1d34-9f5e-4c1c-8a52-0f7b2f1c9d11";
  const other = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed";
  const innerOf = (requestId: string) => ({ error: { code: "Forbidden", innerError: { "request-id": requestId } } });

  it.each([
    ["in a header", { body: undefined, requestId: id }, id],
    ["in the body of a part of a batch", { body: innerOf(id) }, id],
    ["in both: the header's", { body: innerOf(other), requestId: id }, id],
    ["nowhere", { body: body("Forbidden", "no") }, undefined],
    ["that is no guid, in a header", { body: undefined, requestId: "Bearer eyJ0" }, undefined],
    ["that only looks like a guid", { body: undefined, requestId: "-".repeat(36) }, undefined],
    ["that is no guid, in the body", { body: innerOf("anna@contoso.com") }, undefined],
  ])("keeps Graph's id of the request that stands %s (P6.10)", (_where, answer, requestId) => {
    expect(toGraphFault({ status: 403, ...answer }, "x").requestId).toBe(requestId);
  });
});
