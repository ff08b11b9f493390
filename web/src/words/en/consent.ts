/** Words of a customer's consent: links for its administrator, and what came of it. */
export const consent = {
  title: "Consent of the customer",
  lead: "Send a link to an administrator of the customer. It works once and for an hour, and whoever opens it needs no account here.",
  what: {
    read: "Reads the configuration for inventory, snapshots and comparisons. It can change nothing.",
    write:
      "Only needed to restore. It may change the configuration of the tenant: ask for it when somebody wants to restore, not before.",
  },
  make: "Make a link",
  makeNew: "Make a new link",
  link: "Link for the administrator",
  valid: (clock: string, left: string) => `Valid until ${clock}, another ${left}; works once.`,
  expired: "This link has expired. Make a new one.",
  next: {
    title: "What happens next",
    added: "The tenant was added",
    waiting: "An administrator of the customer consents",
    waitingHelp:
      "The administrator opens the link, signs in with an account of the customer, and accepts. After that a page says that the answer was received.",
    given: "An administrator of the customer consented",
    notFound: (why: string) => `The last check did not get in: ${why}.`,
    check: "TenantPilot checks what it was given",
    checkHelp:
      "This starts by itself after the consent. Nobody has to wait here: this page can be left and opened again.",
    checking: "The check is on its way",
    checked: "What was given is checked",
    seeRun: "See the check",
    becomes: "The tenant becomes active",
    becomesHelp: "Then it can be read.",
    active: "The tenant is active",
    ready: "All that reading needs is there.",
    lacking: "Something that reading needs is missing.",
    missing: (names: string) => `Missing: ${names}.`,
    excess: (names: string) => `Given without need: ${names}.`,
    openTenant: "Open the tenant",
    notMember: "You are not a member of this tenant. Its owner goes on.",
  },
  waits: {
    title: "This tenant waits for consent",
    text: "Nothing can be read before an administrator of the customer consents. The link for it is made in the settings.",
    open: "Open the consent",
  },
};
