export const tenant = {
  title: "Overview",
};
