/** Where something is said of a property, in the grammar of contracts. Items of a list are reached with or without `[]`. */
export type Place<Mark> = { readonly path: string; readonly mark: Mark };

/** Places on the way down into an object, each with the steps that are left. */
export type Places<Mark> = readonly { readonly left: readonly string[]; readonly mark: Mark }[];

export function toPlaces<Mark>(places: readonly Place<Mark>[]): Places<Mark> {
  return places.map(({ path, mark }) => ({ left: path.replaceAll("[]", "").split("."), mark }));
}

/** What is said of the property with this name, and the places that lie below it. */
export function enter<Mark>(places: Places<Mark>, name: string): { here: readonly Mark[]; below: Places<Mark> } {
  const here: Mark[] = [];
  const below: { left: readonly string[]; mark: Mark }[] = [];
  for (const place of places) {
    const { left, mark } = place;
    const isAnyDepth = left[0] === "**";
    if (isAnyDepth) below.push(place);
    const at = isAnyDepth ? 1 : 0;
    if (left[at] !== name) continue;
    if (left.length === at + 1) here.push(mark);
    else below.push({ left: left.slice(at + 1), mark });
  }
  return { here, below };
}
