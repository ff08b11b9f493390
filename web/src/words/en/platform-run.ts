export const platformRun = {
  title: "Platform operation",
};
