import { formatNumber, plural } from "../format.ts";

const number = (count: number) => formatNumber("en", count);

/** Words of the first page: what needs somebody. */
export const home = {
  title: "Home",
  lead: "What needs somebody: broken promises first, then tenants with something wrong, then what is on its way.",
  tiles: {
    broken: "Broken promises",
    attention: "Tenants need attention",
    tenants: "Tenants",
    paused: "Paused tenants",
    queued: "Runs queued",
    running: "Runs at work",
    waiting: "Runs that wait",
  },
  alarms: (count: number) => `The platform raises ${plural("en", count, { one: "alarm", other: "alarms" })}.`,
  seeAbout: "See what is wrong",
  unreadable: (count: number) =>
    `${plural("en", count, { one: "stored document", other: "stored documents" })} of these tenants could not be read; what is in them is missing here.`,
  broken: {
    title: "Broken promises",
    columns: { tenant: "Tenant", promised: "Promised", last: "Last complete", since: "Broken since" },
    every: (hours: number) => `a snapshot every ${plural("en", hours, { one: "hour", other: "hours" })}`,
    noHours: "no longer promised",
    andMore: (count: number) => `and ${number(count)} more`,
    none: "No promise is broken",
    noneHelp: "Every schedule that promises a complete snapshot has kept it.",
  },
  attention: {
    title: "Tenants that need attention",
    columns: { tenant: "Tenant", reason: "Reason", help: "What helps", lastRun: "Last run" },
    none: "No tenant needs attention.",
  },
  running: {
    title: "Running now",
    none: "Nothing is on its way.",
  },
  ended: {
    title: "Newest ends",
    none: "Nothing has ended yet.",
    firstTenants: (count: number) => `among the first ${number(count)} of your tenants`,
  },
  columns: { tenant: "Tenant", operation: "Operation", state: "State", created: "Created" },
  seeAll: "See all",
  emptyTitle: "You are a member of no tenant",
  empty: "Here stands what needs somebody in your tenants. Ask an owner of a tenant to make you a member.",
};
