/** An object of Graph, in JSON. Stored ones carry their children inline, under Graph's own names. */
export type Entity = Readonly<Record<string, unknown>>;

export function isEntity(value: unknown): value is Entity {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The items of a child collection; a child that was never given is empty. */
export function itemsOf(entity: Entity, name: string): readonly Entity[] {
  const value = entity[name];
  return Array.isArray(value) ? value.filter(isEntity) : [];
}
