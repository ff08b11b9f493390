/** Words of groups: those of one's own directory, and those that objects are assigned to. */
export const groups = {
  kinds: {
    security: "Security",
    mail_enabled_security: "Mail-enabled security",
    distribution: "Distribution",
    microsoft_365: "Microsoft 365",
  },
  search: {
    label: "Search groups of your organisation",
    hint: "By the beginning of the name. A group gives rights only when it is assigned to TenantPilot in your own directory; members of groups within it do not count.",
    busy: "Searching",
    found: "Groups that were found",
    none: "No group has a name that begins so.",
  },
};
