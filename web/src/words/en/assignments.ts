/** Words of the page that says what reaches a group. */
export const assignments = {
  title: (group: string) => `What reaches ${group}`,
  howFar:
    "An exclusion wins over everything else. Filters are named, not evaluated; groups inside of groups are not known here.",
  deleted: "This group was deleted.",
  columns: { name: "Name", reach: "Group", by: "Assigned to", type: "Type", platform: "Platform" },
  reach: { included: "Included", excluded: "Excluded", everyone: "With everyone" },
  targets: {
    group: "This group",
    allUsers: "All users",
    allDevices: "All devices",
    collection: "A collection of Configuration Manager",
    unknown: "Something that this version does not know",
  },
  modes: { exclude: (whom: string) => `Without: ${whom}` },
  filtered: (filter: string, isExcluded: boolean) => (isExcluded ? `not filter ${filter}` : `filter ${filter}`),
  unknownFilter: "unknown",
  /** Of apps. `apply` only says that an assignment is one, and is not shown. */
  intents: {
    remove: "removed",
    required: "required",
    available: "available",
    availableWithoutEnrollment: "available without enrolment",
    uninstall: "uninstalled",
  },
  showIgnored: "Show ignored objects too",
  hideIgnored: "Leave ignored objects out",
  emptyTitle: "Nothing reaches this group",
  empty:
    "No object that was read in this tenant includes this group, excludes it, or is for all users or all devices. A sync of the inventory reads the assignments anew.",
};
