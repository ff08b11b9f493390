import { type Entity, isEntity } from "../entity.ts";

/** What a read shows instead of an encrypted value. */
const mask = "****";

/** A custom configuration as reads show it: encrypted values are had by a call of their own only. */
export function maskOmaSettings(entity: Entity): Entity {
  const settings: unknown = entity["omaSettings"];
  if (!Array.isArray(settings)) return entity;
  const masked = settings.map((setting: unknown) =>
    isEntity(setting) && setting["isEncrypted"] === true ? { ...setting, value: mask } : setting,
  );
  return { ...entity, omaSettings: masked };
}
