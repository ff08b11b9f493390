import { formatNumber, plural } from "../format.ts";

const inTenants = (count: number) => plural("en", count, { one: "tenant", other: "tenants" });

/** Words of the list of tenants, and of what one does with one or several of them. */
export const tenants = {
  title: "Tenants",
  lead: "The customers you look after: how each is doing, when it was last secured, and which promise is broken.",
  columns: {
    name: "Name",
    state: "State",
    requests: "Requests",
    role: "My role",
    lastComplete: "Last complete",
    lastRun: "Last run",
    promise: "Promise",
  },
  filters: { text: "Search tenants", state: "State", promise: "Promise", broken: "Broken" },
  states: { active: "Active", attention: "Needs attention", unknown: "Unknown state" },
  paused: "Paused",
  flowing: "Let through",
  noRole: "Not a member",
  promiseFine: "None broken",
  promiseBroken: "Broken",
  ranWhen: (what: string, when: string) => `${what}, ${when}`,
  neverRan: "None yet",
  emptyTitle: "You are a member of no tenant",
  empty: "A tenant shows here as soon as you are a member of it: ask an owner of the tenant to make you one.",
  emptyPlatformTitle: "There are no tenants yet",
  emptyPlatform: "TenantPilot looks after no tenant.",
  csv: "Export CSV",
  commands: {
    snapshot: "Take snapshot",
    sync: "Sync inventory",
    pause: "Pause",
    resume: "Resume",
    chooseSome: "Choose one or more tenants.",
    tooMany: (most: number) => `Choose at most ${formatNumber("en", most)} tenants at once.`,
    notMember: (names: string) => `You are not a member of ${names}.`,
    allPaused: "Requests to Microsoft Graph are paused already.",
    nonePaused: "Requests to Microsoft Graph are not paused.",
    startedIn: (what: string, count: number) => `${what} started in ${inTenants(count)}`,
    viewRuns: "View runs",
    pausedIn: (count: number) => `Requests to Microsoft Graph paused for ${inTenants(count)}`,
    resumedIn: (count: number) => `Requests to Microsoft Graph resumed for ${inTenants(count)}`,
    refusedIn: (names: string, why: string) => `Not done for ${names}: ${why}`,
  },
  pause: {
    title: (what: string) => `Pause requests to Microsoft Graph for ${what}?`,
    several: inTenants,
    what: "Runs that are on their way stop asking Microsoft Graph at their next sign of life, and wait. Runs that are started later wait as well.",
    stays:
      "Nothing is cancelled or lost, and what was read stays. But no new snapshot is completed meanwhile: a promise may break.",
    end: "Resume lets everything go on.",
    action: "Pause requests",
  },
  pausedBar: {
    title: (tenant: string) => `${tenant} is paused.`,
    platformTitle: "All tenants are paused.",
    text: "Requests to Microsoft Graph are stopped: runs wait until they are resumed.",
    resume: "Resume",
  },
};
