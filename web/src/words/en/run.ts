export const run = {
  title: "Operation",
};
