import { groupSearch } from "../../config/graph-contracts/feeds.ts";
import { contracts } from "../../config/graph-contracts/registry.ts";
import { alarmLimits, personalSearchMs, scheduleRules } from "../../config/limits.ts";
import { retention } from "../../config/retention.ts";
import { newNonce } from "../adapters/clock/new-nonce.ts";
import { makeAuthenticate } from "../adapters/entra/make-authenticate.ts";
import { makeGroupSearch } from "../adapters/personal-graph/make-group-search.ts";
import { makeReadPortal } from "../adapters/portal-files/make-read-portal.ts";
import { openSwitches } from "../domain/capability/limits.ts";
import type { resolveCapabilities } from "../domain/capability/resolve-capabilities.ts";
import { isoTime } from "../domain/clock/clock.ts";
import { checkIsPerson, type FoundGroup } from "../domain/directory/personal-search.ts";
import { runTypeOf } from "../domain/operation-run/run-type.ts";
import type { ViewedAt } from "../domain/operation-run/run-waits.ts";
import type { ReadPortal } from "../domain/portal/portal-content.ts";
import { type SignIn, type SignInSettings, toSignIn } from "../domain/portal/sign-in.ts";
import { makeRateLimit } from "../domain/rate-limit/make-rate-limit.ts";
import type { Aggregation } from "../domain/store/aggregation.ts";
import type { StoresFor } from "../domain/store/tenant-stores.ts";
import type { Telemetry } from "../domain/telemetry/telemetry.ts";
import type { Caller } from "../domain/tenant/caller.ts";
import type { Homes } from "../domain/tenant/membership.ts";
import { toLogText } from "../domain/text/visible-text.ts";
import type { HttpSettings } from "../settings.ts";
import { exportAudit } from "../use-cases/audit/export-audit.ts";
import { makeNoteRefusals, type NoteRefusal } from "../use-cases/audit/note-refusals.ts";
import { type ConsentFacts, makeConsentLink } from "../use-cases/consent/make-consent-link.ts";
import { receiveConsent } from "../use-cases/consent/receive-consent.ts";
import { makeNames } from "../use-cases/definition/make-names.ts";
import { startRefresh } from "../use-cases/definition/start-refresh.ts";
import { listGroups, nameGroups } from "../use-cases/directory/name-groups.ts";
import { startCollection } from "../use-cases/event/start-collection.ts";
import { makeFleet } from "../use-cases/fleet/make-fleet.ts";
import { changeMember } from "../use-cases/member/change-member.ts";
import { takeOwnership } from "../use-cases/member/take-ownership.ts";
import { limitCallers } from "../use-cases/platform/limit-callers.ts";
import { readOverview } from "../use-cases/platform/read-overview.ts";
import { setGraphPaused } from "../use-cases/platform/set-graph-paused.ts";
import { viewPlatform } from "../use-cases/platform/view-platform.ts";
import { readReadiness } from "../use-cases/readiness/read-readiness.ts";
import { startVerify } from "../use-cases/readiness/start-verify.ts";
import { cancelOperation } from "../use-cases/run/cancel-operation.ts";
import { countRuns } from "../use-cases/run/count-runs.ts";
import { listAllRuns } from "../use-cases/run/list-all-runs.ts";
import { readOperation } from "../use-cases/run/read-operation.ts";
import { readRunParts } from "../use-cases/run/read-run-parts.ts";
import { retryOperation } from "../use-cases/run/retry-operation.ts";
import { startOnce } from "../use-cases/run/start-once.ts";
import { startOperation } from "../use-cases/run/start-operation.ts";
import { makeSchedules } from "../use-cases/schedules/make-schedules.ts";
import { listEntries, readObject } from "../use-cases/snapshot/read-snapshot.ts";
import { authorise } from "../use-cases/tenant/authorise.ts";
import { changeSwitches } from "../use-cases/tenant/change-switches.ts";
import { changeTenant } from "../use-cases/tenant/change-tenant.ts";
import { checkTenantWritable } from "../use-cases/tenant/check-tenant.ts";
import { createTenant } from "../use-cases/tenant/create-tenant.ts";
import { listTenants } from "../use-cases/tenant/list-tenants.ts";
import { readAccesses } from "../use-cases/tenant/read-accesses.ts";
import { readOwnOverview } from "../use-cases/tenant/read-own-overview.ts";
import { summariseTenant } from "../use-cases/tenant/summarise-tenant.ts";
import { archiveTenant, resumeTenant, suspendTenant } from "../use-cases/tenant/suspend-tenant.ts";
import { allowedTenantTypes, capabilitiesOf, resolveTenantTypes } from "../use-cases/tenant/tenant-types.ts";
import { type Base, makeBase, typesOf } from "./base.ts";
import { makeReadingVerbs } from "./reading-verbs.ts";
import type { Verb } from "./verb.ts";

/** The start surfaces and the reads. */
export type HttpApp = {
  /** Where people look at runs. */
  readonly portalUrl: string;
  readonly portal: Portal;
  readonly telemetry: Telemetry;
  readonly storesFor: StoresFor;
  readonly aggregation: Aggregation;
  /** Of the product, whatever a tenant has switched. */
  readonly capabilities: ReturnType<typeof resolveCapabilities>;
  /** When somebody looks at a run now, and what silence means. */
  readonly viewing: () => ViewedAt;
  readonly authenticate: ReturnType<typeof limitCallers>;
  readonly noteRefusal: NoteRefusal;
  readonly exportAudit: Verb<typeof exportAudit>;
  readonly viewPlatform: () => ReturnType<typeof viewPlatform>;
  readonly readOverview: Verb<typeof readOverview>;
  readonly readOwnOverview: Verb<typeof readOwnOverview>;
  readonly authorise: Verb<typeof authorise>;
  readonly readAccesses: Verb<typeof readAccesses>;
  readonly capabilitiesOf: Verb<typeof capabilitiesOf>;
  readonly checkWritable: Verb<typeof checkTenantWritable>;
  readonly createTenant: Verb<typeof createTenant>;
  readonly changeTenant: Verb<typeof changeTenant>;
  readonly suspendTenant: Verb<typeof suspendTenant>;
  readonly resumeTenant: Verb<typeof resumeTenant>;
  readonly archiveTenant: Verb<typeof archiveTenant>;
  readonly makeConsentLink: Verb<typeof makeConsentLink>;
  readonly receiveConsent: Verb<typeof receiveConsent>;
  readonly changeSwitches: Verb<typeof changeSwitches>;
  readonly resolveTypes: Verb<typeof resolveTenantTypes>;
  readonly allowedTypes: Verb<typeof allowedTenantTypes>;
  readonly listGroups: Verb<typeof listGroups>;
  readonly nameGroups: Verb<typeof nameGroups>;
  /** Groups of the caller's home tenant, asked in the caller's name; the text is the beginning of a name. */
  readonly searchDirectory: (caller: Caller, assertion: string, text: string) => Promise<readonly FoundGroup[]>;
  readonly startOperation: Verb<typeof startOperation>;
  readonly startOnce: Verb<typeof startOnce>;
  readonly startVerify: Verb<typeof startVerify>;
  readonly startCollection: Verb<typeof startCollection>;
  readonly startRefresh: Verb<typeof startRefresh>;
  readonly changeMember: Verb<typeof changeMember>;
  readonly takeOwnership: Verb<typeof takeOwnership>;
  readonly readReadiness: Verb<typeof readReadiness>;
  readonly setGraphPaused: Verb<typeof setGraphPaused>;
  readonly readOperation: Verb<typeof readOperation>;
  readonly readRunParts: Verb<typeof readRunParts>;
  readonly countRuns: Verb<typeof countRuns>;
  readonly listAllRuns: Verb<typeof listAllRuns>;
  readonly cancelOperation: Verb<typeof cancelOperation>;
  readonly retryOperation: Verb<typeof retryOperation>;
  readonly fleet: ReturnType<typeof makeFleet>;
  readonly names: ReturnType<typeof makeNames>;
  readonly schedules: ReturnType<typeof makeSchedules>;
  readonly summariseTenant: Verb<typeof summariseTenant>;
  readonly listTenants: Verb<typeof listTenants>;
  readonly listEntries: Verb<typeof listEntries>;
  readonly readObject: Verb<typeof readObject>;
  readonly markRead: (caller: Caller, notificationId: string) => ReturnType<Aggregation["markRead"]>;
  readonly markReadUpTo: (caller: Caller, upTo: string) => ReturnType<Aggregation["markReadUpTo"]>;
  /** Throws a Fault when the database does not answer. */
  readonly checkReady: () => Promise<void>;
} & ReturnType<typeof makeReadingVerbs>;

/** The files that a browser loads. */
export type Portal = {
  /** Throws `portal_missing` while the deployment names no registration of the portal. */
  readonly signIn: () => SignIn;
  readonly read: ReadPortal;
  /** Of one page, never of two. */
  readonly newNonce: () => string;
};

/** May send messages and read blobs; for Graph it holds nothing but what exchanges the token of a person who asks (S6). */
export function makeHttpApp(settings: HttpSettings): HttpApp {
  const { firstPlatformTenant, ALLOWED_TENANTS: allowedTenants } = settings;
  const base = { ...makeBase(settings), firstPlatformTenant, allowedTenants };
  const { clock, storesFor, aggregation } = base;
  const noteRefusal = makeNoteRefusals({ storesFor, clock, onError: reportUnnoted });
  return {
    portalUrl: settings.PORTAL_URL,
    portal: makePortal(settings),
    telemetry: base.telemetry,
    storesFor,
    aggregation,
    capabilities: base.capabilitiesWith(openSwitches),
    viewing: () => ({ nowMs: clock.nowMs(), silentAfterMs: base.runLimits.silentAfterMs }),
    authenticate: makeLimitedAuthenticate(settings, base, noteRefusal),
    noteRefusal,
    exportAudit: (...rest) => exportAudit(base, ...rest),
    viewPlatform: () => viewPlatform(base, alarmLimits),
    readOverview: (...rest) => readOverview(base, ...rest),
    readOwnOverview: (...rest) => readOwnOverview(base, ...rest),
    ...makeReadingVerbs(base),
    authorise: (...rest) => authorise(base, ...rest),
    readAccesses: (...rest) => readAccesses(base, ...rest),
    capabilitiesOf: (...rest) => capabilitiesOf(base, ...rest),
    checkWritable: (...rest) => checkTenantWritable(base, ...rest),
    makeConsentLink: (...rest) =>
      makeConsentLink({ ...base, newState: newNonce, facts: toConsentFacts(settings) }, ...rest),
    receiveConsent: (...rest) =>
      receiveConsent({ ...base, startVerify: (request) => startVerify(base, request) }, ...rest),
    changeSwitches: (...rest) => changeSwitches({ ...base, contracts }, ...rest),
    resolveTypes: (...rest) => resolveTenantTypes(base, ...rest),
    allowedTypes: (...rest) => allowedTenantTypes(base, ...rest),
    listGroups: (...rest) => listGroups(base, ...rest),
    nameGroups: (...rest) => nameGroups(base, ...rest),
    searchDirectory: makeSearchDirectory(settings, base),
    startOperation: (...rest) => startOperation(base, ...rest),
    startOnce: (...rest) => startOnce(base, ...rest),
    startVerify: (...rest) => startVerify(base, ...rest),
    startCollection: (...rest) => startCollection(base, ...rest),
    startRefresh: (...rest) => startRefresh(base, ...rest),
    readReadiness: (...rest) => readReadiness(base, ...rest),
    setGraphPaused: (...rest) => setGraphPaused(base, ...rest),
    readOperation: (...rest) => readOperation(base, ...rest),
    readRunParts: (...rest) => readRunParts({ ...base, partTtlSeconds: retention.partTtlSeconds }, ...rest),
    countRuns: (...rest) => countRuns(base, ...rest),
    listAllRuns: (...rest) => listAllRuns(base, ...rest),
    cancelOperation: (...rest) => cancelOperation(base, ...rest),
    retryOperation: (run, ...rest) => retryOperation({ ...base, ...typesOf(base, runTypeOf(run).name) }, run, ...rest),
    fleet: makeFleet(base),
    names: makeNames(base),
    schedules: makeSchedules({ ...base, ...typesOf(base, "snapshot.take"), rules: scheduleRules }),
    summariseTenant: (...rest) => summariseTenant(base, ...rest),
    listTenants: (...rest) => listTenants(base, ...rest),
    listEntries: (...rest) => listEntries(base, ...rest),
    readObject: (...rest) => readObject(base, ...rest),
    ...makeMarks(base),
    ...makeTenantVerbs(base),
    checkReady: () => aggregation.checkReady(),
  };
}

function toConsentFacts(settings: HttpSettings): ConsentFacts {
  return {
    endpoint: settings.SIGN_IN_ENDPOINT ?? settings.ENTRA_AUTHORITY,
    appIds: { read: settings.GRAPH_READ_APP_ID, write: settings.GRAPH_WRITE_APP_ID },
    scope: settings.graphScope,
    redirectUri: `${settings.PORTAL_URL}/api/consent`,
  };
}

type TenantVerb =
  | "createTenant"
  | "changeTenant"
  | "suspendTenant"
  | "resumeTenant"
  | "archiveTenant"
  | "changeMember"
  | "takeOwnership";

/** What people change of a tenant and of who is a member of it. */
function makeTenantVerbs(base: Base & Homes): Pick<HttpApp, TenantVerb> {
  return {
    createTenant: (...rest) => createTenant(base, ...rest),
    changeTenant: (...rest) => changeTenant(base, ...rest),
    suspendTenant: (...rest) => suspendTenant(base, ...rest),
    resumeTenant: (...rest) => resumeTenant(base, ...rest),
    archiveTenant: (...rest) => archiveTenant(base, ...rest),
    changeMember: (...rest) => changeMember(base, ...rest),
    takeOwnership: (...rest) => takeOwnership(base, ...rest),
  };
}

/** What somebody has read, now. */
function makeMarks({ aggregation, clock }: Base): Pick<HttpApp, "markRead" | "markReadUpTo"> {
  const now = () => isoTime(clock.nowMs());
  return {
    markRead: (caller, notificationId) => aggregation.markRead(caller.id, notificationId, now()),
    markReadUpTo: (caller, upTo) => aggregation.markReadUpTo(caller.id, upTo, now()),
  };
}

function makePortal(settings: HttpSettings): Portal {
  const facts: SignInSettings = {
    portalAppId: settings.PORTAL_APP_ID,
    portalUrl: settings.PORTAL_URL,
    authority: settings.ENTRA_AUTHORITY,
    endpoint: settings.SIGN_IN_ENDPOINT ?? settings.ENTRA_AUTHORITY,
    audience: settings.API_AUDIENCE,
    allowedTenants: settings.ALLOWED_TENANTS,
  };
  return { signIn: () => toSignIn(facts), read: makeReadPortal(settings.PORTAL_FILES), newNonce };
}

/** To the log of the host: the request has its answer. */
function reportUnnoted(error: unknown): void {
  console.error(`A refused attempt was not noted: ${toLogText(error)}`);
}

/** Who calls, counted; and how many nobody knows. */
function makeLimitedAuthenticate(settings: HttpSettings, { clock, telemetry }: Base, noteRefusal: NoteRefusal) {
  const nowMs = () => clock.nowMs();
  const { ENTRA_AUTHORITY: authority, API_AUDIENCE: audience } = settings;
  const { ALLOWED_TENANTS: allowedTenants, PLATFORM_TENANTS: platformTenants } = settings;
  const limit = { perSecond: settings.RATE_LIMIT_PER_SECOND, burst: settings.RATE_LIMIT_BURST };
  const authenticate = makeAuthenticate({ authority, audience, allowedTenants, platformTenants, nowMs });
  return limitCallers({
    authenticate: (authorization) =>
      authenticate(authorization).catch((error: unknown) => {
        telemetry.measure({ "access.unauthenticated": 1 });
        throw error;
      }),
    takeOne: makeRateLimit(limit, nowMs),
    noteRefusal,
  });
}

/** The one question to Graph of a request: as the API's registration, in the name of the person who calls. */
function makeSearchDirectory(settings: HttpSettings, { identity }: Base): HttpApp["searchDirectory"] {
  const search = makeGroupSearch({
    authority: settings.ENTRA_AUTHORITY,
    clientId: settings.API_AUDIENCE,
    baseUrl: settings.GRAPH_BASE_URL,
    resource: settings.graphScope.replace(/\/\.default$/, ""),
    contract: groupSearch,
    timeoutMs: personalSearchMs,
    credential: async (abortSignal) => {
      const token = await identity.getToken(settings.federationScope, { abortSignal });
      if (!token) throw new Error("The managed identity gave no token.");
      return token.token;
    },
  });
  return async (caller, assertion, text) => {
    checkIsPerson(caller);
    return search({ tenantId: caller.homeTenantId, assertion, text });
  };
}
