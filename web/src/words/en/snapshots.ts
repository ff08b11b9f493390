export const snapshots = {
  title: "Snapshots",
};
