export const snapshot = {
  title: "Snapshot",
};
