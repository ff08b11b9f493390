export const members = {
  title: "Members",
  lead: "Who has which role in this tenant. A change holds from the next request on.",
  columns: { name: "Name", role: "Role", kind: "Kind", since: "Since", by: "Added by" },
  kinds: { user: "Person", group: "Group", application: "Application", unknown: "Unknown" },
  emptyTitle: "No members",
  empty: "Nobody has a role in this tenant. An owner is named when the tenant is added.",
  commands: {
    add: "Add member",
    change: "Change role",
    remove: "Remove",
    chooseOne: "Choose one member",
  },
  form: {
    addTitle: "Add a member",
    changeTitle: (name: string) => `Change the role of ${name}`,
    add: "Add",
    change: "Change",
    kind: "Kind",
    id: "Object ID",
    idHint: "As it stands in Microsoft Entra, on the page of the person, the group or the enterprise application.",
    name: "Name",
    role: "Role",
    overtaken: (name: string) => `Somebody else changed ${name} meanwhile.`,
    roleHint:
      "A role has all rights of those before it. A group gives rights only when it is assigned to TenantPilot in Entra.",
  },
  removing: {
    title: (name: string) => `Remove ${name}?`,
    action: "Remove",
    what: "This member can no longer see the tenant, from the next request on. Runs that it started and that still wait end as failed.",
    last: "A tenant keeps one owner who is a person or a group.",
  },
};
