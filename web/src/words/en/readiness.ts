import { formatNumber } from "../format.ts";

const number = (count: number) => formatNumber("en", count);

/** Words of what a check of a tenant found. */
export const readiness = {
  title: "Readiness",
  verify: "Check tenant",
  states: { ready: "Ready", attention: "Needs attention", unknown: "Not checked" },
  found: "What the last check found",
  running: "A check is on its way. What stands here is of the one before.",
  firstRunning: "The first check is on its way",
  firstRunningText: "What it finds stands here when it has ended.",
  viewRun: "View run",
  neverTitle: "Never checked",
  never:
    "Nobody has looked yet whether TenantPilot may read this tenant. A check looks at consent, permissions, licences and one read of each kind; it changes nothing.",
  counts: (missing: number, excess: number) => {
    const parts = [missing > 0 ? `${number(missing)} missing` : "", excess > 0 ? `${number(excess)} in excess` : ""];
    return parts.filter((part) => part !== "").join(", ");
  },
  summary: {
    ready: "Everything that reading needs is there.",
    attention: "Something that reading needs is missing. What it is stands first below.",
  },
  notRead: {
    permissions: "Which permissions are granted could not be read",
    licences: "The subscriptions could not be read",
    approvalPolicies: "The multi admin approval policies could not be read",
    unknown: "A part could not be read",
  },
  tooMuch: {
    title: "More is granted than TenantPilot needs.",
    text: "That is no fault, but take back what is in excess: least privilege is safer.",
  },
  applications: {
    read: "Application that reads",
    write: "Application that restores",
    unknown: "Another application",
    consented: "Consented",
    notConsented: "No consent",
    writeLater: "Only a restore needs it: reading, snapshots and comparing work without.",
    notSetUp: "This deployment has no such application.",
    noPermissions: "The token does not say which permissions are granted.",
  },
  columns: {
    permission: "Permission",
    state: "State",
    serves: "What it serves",
    licence: "Licence",
    group: "Service",
    why: "Why",
  },
  permissionStates: { missing: "Missing", excess: "In excess", granted: "Granted" },
  why: {
    higher: "A lesser permission is enough",
    switched_off: "What it serves is switched off in the settings",
    unused: "TenantPilot does not use it",
    unknown: "The reason is not known here",
  },
  facts: { subscribedSku: "Subscriptions" },
  licences: { title: "Licences", yes: "Present", no: "Absent", unknown: "Unknown", none: "No object type needs one." },
  intune: {
    title: "Intune",
    service: "Intune",
    present: "Present",
    absent: "Absent",
    unknown: "Unknown",
    approval: "Multi admin approval",
    noApproval: "No policy: a restore waits for no second administrator of the tenant.",
    covers: (name: string, covers: string) => `${name} (${covers})`,
  },
  samples: {
    title: "One read of each service",
    none: "Nothing was read.",
    readable: "Readable",
    not_licensed: "Not licensed",
    unknown: "Unknown",
  },
};
