import type { Clock } from "../../domain/clock/clock.ts";
import type { GraphGateway } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { TenantId } from "../../domain/tenant/tenant-scope.ts";
import { limitsOf } from "./graph-limits.ts";
import { makeGraphClient } from "./make-graph-client.ts";
import { makeReader, type Reader } from "./make-reader.ts";
import { makeTransport } from "./transport.ts";
import { type TokenSource, withToken } from "./with-token.ts";

export type GraphGatewayOptions = {
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly credentialFor: (tenantId: TenantId) => TokenSource;
};

// Tokens are for Microsoft Graph whatever host answers: a simulator on this machine takes the same ones.
const tokenScope = "https://graph.microsoft.com/.default";

/** Clients of Microsoft Graph, one a tenant and run. Credentials, and so their cached tokens, are kept by tenant. */
export function makeGraphGateway({ baseUrl, clock, credentialFor }: GraphGatewayOptions): GraphGateway {
  const transport = makeTransport();
  const sources = new Map<TenantId, TokenSource>();

  function sourceOf(tenantId: TenantId): TokenSource {
    const source = sources.get(tenantId) ?? credentialFor(tenantId);
    sources.set(tenantId, source);
    return source;
  }

  return {
    forTenant: ({ tenantId }, { correlationId }) => {
      const send = withToken(transport, sourceOf(tenantId), tokenScope);
      const readers = new Map<string, Reader>();
      const headers = { accept: "application/json", "client-request-id": toGuid(correlationId) };
      const readerOf = ({ serviceGroup, version }: Pick<ObjectTypeContract, "serviceGroup" | "version">): Reader => {
        const key = `${serviceGroup} ${version}`;
        const versionUrl = `${baseUrl}/${version}`;
        const limits = limitsOf(serviceGroup);
        const reader = readers.get(key) ?? makeReader({ send, limits, clock, versionUrl, headers });
        readers.set(key, reader);
        return reader;
      };
      const requests = (): number => [...readers.values()].reduce((sum, reader) => sum + reader.requests(), 0);
      return makeGraphClient({ baseUrl, readerOf, requests });
    },
  };
}

/** Graph wants a guid; our correlation id is the 32 hex digits of a trace id. */
function toGuid(correlationId: string): string {
  return correlationId.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
