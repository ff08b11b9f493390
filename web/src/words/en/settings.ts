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
    text: "Nothing of yours was written. Compare, then keep yours or take theirs.",
    what: "Setting",
    theirs: "Theirs",
    mine: "Mine",
    keepMine: "Save mine over theirs",
    takeTheirs: "Take theirs",
    none: "None",
    withheld: "Types switched off",
    highRisk: "High risk enabled",
  },
  emptyTitle: "There are no object types",
  empty: "This version of TenantPilot knows no object types.",
};
