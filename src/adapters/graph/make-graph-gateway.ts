import type { Clock } from "../../domain/clock/clock.ts";
import type { GraphGateway, Throttling } from "../../domain/graph/graph-client.ts";
import type { Telemetry } from "../../domain/telemetry/telemetry.ts";
import type { TenantId } from "../../domain/tenant-scope/tenant-scope.ts";
import { makeByteBudget } from "../../domain/work/byte-budget.ts";
import { answerLimits, type GroupLimits, limitsOf } from "./graph-limits.ts";
import { type GroupUsage, makeGroupUsage } from "./group-usage.ts";
import { makeCache } from "./make-cache.ts";
import { makeGraphClient } from "./make-graph-client.ts";
import { type Limiter, makeLimiter } from "./make-limiter.ts";
import type { ObjectReaderOptions } from "./make-object-reader.ts";
import { makeReader, type Reader } from "./make-reader.ts";
import { makeTokenCache } from "./make-token-cache.ts";
import { permissionsOf } from "./permissions-of-token.ts";
import { makeQuickestAnswer } from "./quickest-answer.ts";
import { makeTracedStart } from "./traced-start.ts";
import { makeTransport } from "./transport.ts";
import { type RenewableSource, type TokenSource, tokenOf, withToken } from "./with-token.ts";

export type GraphGatewayOptions = {
  readonly baseUrl: string;
  /** Scope of the tokens: that of the cloud, also where another host answers. */
  readonly scope: string;
  readonly clock: Clock;
  readonly credentialFor: (tenantId: TenantId) => TokenSource;
  readonly telemetry: Telemetry;
};

// A window lasts 20 s; more groups than this are not at work in one process within that time.
const limitersKept = 2_000;
// A credential that is forgotten costs its tenant one more sign-in.
const tenantsKept = 2_000;

/** Clients of Microsoft Graph, one a tenant and run. Credentials, and so their cached tokens, are kept by tenant. */
export function makeGraphGateway(options: GraphGatewayOptions): GraphGateway {
  const { baseUrl, scope, clock, credentialFor, telemetry } = options;
  const transport = makeTransport();
  const memory = makeByteBudget(answerLimits.pages);
  const sources = makeCache<RenewableSource>(tenantsKept);
  const limiters = makeCache<Limiter>(limitersKept);
  const quickest = makeQuickestAnswer();

  /** What a group of a tenant has used of its window outlives the client: the next run starts where this one ended. */
  function limiterOf(tenantId: TenantId, serviceGroup: string, limits: GroupLimits): Limiter {
    return limiters(`${tenantId} ${serviceGroup}`, () => makeLimiter(limits, clock, quickest));
  }

  const sourceOf = (tenantId: TenantId): RenewableSource =>
    sources(tenantId, () => makeTokenCache(() => credentialFor(tenantId), clock));

  return {
    signInAnew: async ({ tenantId }, signal) => {
      const source = sourceOf(tenantId);
      source.forget();
      return permissionsOf(await tokenOf(source, scope, signal));
    },
    forTenant: ({ tenantId }, { correlationId, id, deadlineAt, share }) => {
      const source = sourceOf(tenantId);
      const send = withToken(transport, source, scope);
      const prepare = async (signal: AbortSignal): Promise<void> => {
        await tokenOf(source, scope, signal);
      };
      const readers = new Map<string, Reader>();
      const uses = new Map<string, GroupUsage>();
      const useOf = (serviceGroup: string): GroupUsage => {
        const use = uses.get(serviceGroup) ?? makeGroupUsage({ share, deadlineAt });
        uses.set(serviceGroup, use);
        return use;
      };
      const readerOf: ObjectReaderOptions["readerOf"] = ({ serviceGroup, version }, language) => {
        const key = `${serviceGroup} ${version} ${language}`;
        const headers = headersOf(correlationId, language);
        const versionUrl = `${baseUrl}/${version}`;
        const limits = limitsOf(serviceGroup);
        const limiter = limiterOf(tenantId, serviceGroup, limits);
        const use = useOf(serviceGroup);
        const traced = makeTracedStart(telemetry, { tenantId, runId: id, group: serviceGroup });
        const options = { send, prepare, limiter, use, limits, clock, versionUrl, headers, traced };
        const reader = readers.get(key) ?? makeReader(options);
        readers.set(key, reader);
        return reader;
      };
      let reported = 0;
      const takeRequests = (): number => {
        const before = reported;
        reported = [...uses.values()].reduce((sum, use) => sum + use.requests(), 0);
        return reported - before;
      };
      const throttling = (serviceGroup: string): Throttling => {
        const limiter = limiterOf(tenantId, serviceGroup, limitsOf(serviceGroup));
        const held = { heldUntilMs: limiter.heldUntilMs(), pacedUntilMs: limiter.pacedUntilMs() };
        return { ...useOf(serviceGroup).spent(), ...held };
      };
      return makeGraphClient({ baseUrl, readerOf, memory, takeRequests, throttling });
    },
  };
}

/** The language is that of texts in answers; Graph's own where nobody asks for one. */
function headersOf(correlationId: string, language: string | undefined): Readonly<Record<string, string>> {
  const common = { accept: "application/json", "client-request-id": toGuid(correlationId) };
  return language === undefined ? common : { ...common, "accept-language": language };
}

/** Graph wants a guid; our correlation id is the 32 hex digits of a trace id. */
function toGuid(correlationId: string): string {
  return correlationId.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
