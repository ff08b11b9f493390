/** Words of what surrounds each page: top bar, navigation, toasts. */
export const frame = {
  product: "TenantPilot",
  skip: "Skip to the page",
  loading: "Loading",
};
