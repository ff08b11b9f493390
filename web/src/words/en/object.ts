export const object = {
  title: "Object",
};
