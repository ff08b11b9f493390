/** A group of the provider's own directory, which people look up when they give roles. */
function toGroup(displayName: string, index: number) {
  return {
    id: `5a0d3c1e-7f42-4b8a-9c61-20d1f8e3b00${index}`,
    displayName,
    description: null,
    groupTypes: [],
    securityEnabled: true,
    mailEnabled: false,
  };
}

export const serviceDesk = toGroup("Service desk", 0);

const others = ["Service managers", "Security operations", "Engineers", "Auditors"];

export const homeGroups = [serviceDesk, ...others.map((name, index) => toGroup(name, index + 1))];
