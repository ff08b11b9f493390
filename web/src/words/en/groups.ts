/** Words of groups: those of one's own directory, and those that objects are assigned to. */
export const groups = {
  unknown: {
    title: "Your groups are not known.",
    text: "You are in so many groups that your sign-in names none of them: roles that you have by a group do not count, and tenants may be missing here. Ask an owner of the tenant to make you a member yourself, or your administrator to assign fewer groups to TenantPilot.",
  },
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
