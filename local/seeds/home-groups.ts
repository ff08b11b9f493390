/** Groups of the provider's own directory, which people look up when they give roles. */
export const homeGroups = ["Service desk", "Service managers", "Security operations", "Engineers", "Auditors"].map(
  (displayName, index) => ({
    id: `5a0d3c1e-7f42-4b8a-9c61-20d1f8e3b00${index}`,
    displayName,
    description: null,
    groupTypes: [],
    securityEnabled: true,
    mailEnabled: false,
  }),
);
