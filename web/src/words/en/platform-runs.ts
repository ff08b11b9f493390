export const platformRuns = {
  title: "Platform operations",
};
