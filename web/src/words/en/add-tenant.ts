/** Words of adding a tenant: who it is, its first owner, and the consent of its administrator. */
export const addTenant = {
  title: "Add tenant",
  lead: "A customer comes in by three steps: you name the tenant and its first owner, an administrator of the customer consents, and TenantPilot checks what it was given.",
  command: "Add tenant",
  right: "add tenants",
  off: "Only an administrator of the platform adds tenants: the app role Platform.Admin, given in the platform's own directory.",
  consentOf: (name: string) => `Consent of ${name}`,
  form: {
    tenant: "Tenant",
    id: "Tenant ID",
    idHint:
      "The customer's ID in Microsoft Entra: in the Entra admin centre, on the page Overview of the customer's directory.",
    name: "Display name",
    owner: "First owner",
    ownerLead: "Somebody who may change settings and members. The owner can name others later.",
    takeMyself: "Make me the owner",
    ownerName: "Name of the owner",
    home: "Home tenant",
    homeHint: "The ID of the directory that the owner signs in to. Left empty: your own.",
    add: "Add tenant",
    cancel: "Cancel",
    added: (name: string) => `${name} was added`,
    goOnThere: "Open its consent",
    refused: (problem: string) => `Refused: ${problem}`,
    problems: {
      required: "Required",
      id: "This is not an ID: 32 digits and letters from a to f, in five groups, such as 7c1e5d7a-0001-4c3a-8f00-000000000001.",
      labels: "At most 20 labels, of 50 characters each.",
      name: "At most 200 characters, in one line.",
    },
  },
};
