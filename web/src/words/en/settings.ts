import { plural } from "../format.ts";

const types = (count: number) => plural("en", count, { one: "object type", other: "object types" });

/** Words of a tenant's settings: what its owners let TenantPilot do. */
export const settings = {
  title: "Settings",
  lead: "What TenantPilot may read and restore in this tenant. A change is written to the audit log.",
  save: "Save",
  discard: "Discard",
  nothingChanged: "Nothing is changed.",
  saved: "Settings saved",
  readOnly: "You can look, and change nothing.",
  tenant: {
    title: "Tenant",
    name: "Name",
    timeZone: "Time zone",
    timeZoneHint: "As IANA names it, such as Europe/Berlin. Schedules of their own keep theirs.",
    labels: "Labels",
    labelsHint: "Separated by commas: 20 at most, of 50 characters each. They select tenants in lists and for runs.",
    noLabels: "None",
    state: "State",
    reason: "Reason",
    reasonHint: "It is kept in the audit log with your name.",
    edit: "Edit",
    editTitle: (name: string) => `Edit ${name}`,
    overtaken: (name: string) => `Somebody else changed ${name} meanwhile.`,
    typeName: (name: string) => `Type ${name} to confirm`,
    suspendFirst: "Suspend the tenant first.",
    archivedStays: "An archived tenant is read only, for good.",
    acts: {
      suspend: {
        text: "Suspend",
        title: (name: string) => `Suspend ${name}?`,
        what: "Nothing starts in the tenant and nothing asks its Microsoft Graph until somebody resumes it. Runs that are active are asked to cancel; schedules skip their times and say so.",
      },
      resume: {
        text: "Resume",
        title: (name: string) => `Resume ${name}?`,
        what: "Work can start again, and schedules go on with their next time.",
      },
      archive: {
        text: "Archive",
        title: (name: string) => `Archive ${name}?`,
        what: "This is for good: the tenant can only be read from then on. Its snapshots, runs and audit log stay.",
      },
    },
  },
  restore: {
    title: "Restore",
    label: "The most that a restore may do",
    hint: "No type may do more than this, whatever is switched below.",
  },
  types: {
    title: "Object types",
    columns: {
      type: "Object type",
      risk: "Risk",
      read: "Read",
      highRisk: "High risk",
      restore: "Restore now",
      reasons: "Why",
    },
    readLabel: (type: string) => `Read ${type}`,
    highRiskLabel: (type: string) => `Enable restore of ${type}`,
    withheldCount: (count: number) => `${types(count)} switched off`,
    enabledCount: (count: number) => `${types(count)} of high risk enabled`,
    savedFirst: "What is switched here holds when it is saved.",
  },
  risk: {
    title: (type: string) => `Enable restore of ${type}?`,
    warning:
      "This type is of high risk: a wrong restore can lock people out of their devices or open the tenant to others. Until it is enabled, a restore of it can only be previewed.",
    whenSaved: "It is enabled when you save, and written to the audit log with your name.",
    action: "Enable high risk",
  },
  changed: {
    title: "Somebody else changed the settings meanwhile.",
    none: "None",
    withheld: "Types switched off",
    highRisk: "High risk enabled",
  },
  emptyTitle: "There are no object types",
  empty: "This version of TenantPilot knows no object types.",
};
