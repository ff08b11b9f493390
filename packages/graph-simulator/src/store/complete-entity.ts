import { randomUUID } from "node:crypto";
import type { Child, Collection } from "../collection.ts";
import { type Entity, isEntity, itemsOf } from "../entity.ts";

/** Ids that Graph shows for assignments to everyone, in place of a group's. */
const everyone: Readonly<Record<string, string>> = {
  "#microsoft.graph.allDevicesAssignmentTarget": "adadadad-808e-44e2-905a-0b7873a8a531",
  "#microsoft.graph.allLicensedUsersAssignmentTarget": "acacacac-9df4-4c7d-9d50-4ef0226f57a9",
};

/** An object as it is stored: with an id, with ids of its children, and with the count that Graph keeps of them. */
export function completeEntity(collection: Collection, entity: Entity): Entity & { readonly id: string } {
  const id = typeof entity["id"] === "string" && entity["id"] !== "" ? entity["id"] : randomUUID();
  const children = Object.fromEntries(
    collection.children
      .filter(({ isSingle, on }) => !isSingle && (on === undefined || on.includes(kindOf(entity))))
      .map((child) => [child.name, completeItems(child, id, entity)]),
  );
  const counted = collection.counts;
  const count = counted && { [counted[0]]: itemsOf(entity, counted[1]).length };
  return { ...entity, id, ...children, ...count };
}

/** Kind of an object, without namespace. */
function kindOf({ "@odata.type": type }: Entity): string {
  return typeof type === "string" ? type.replace("#microsoft.graph.", "") : "";
}

function completeItems(child: Child, ownerId: string, owner: Entity): readonly Entity[] {
  return itemsOf(owner, child.name).map((item, index) => {
    const id = typeof item["id"] === "string" ? item["id"] : newChildId(child, ownerId, item, index);
    const lists = (child.children ?? []).filter((each) => !each.isSingle && Array.isArray(item[each.name]));
    const nested = lists.map((each) => [each.name, completeItems(each, id, item)]);
    return { id, ...item, ...Object.fromEntries(nested) };
  });
}

function newChildId(child: Child, ownerId: string, item: Entity, index: number): string {
  // Settings are numbered; the id of an assignment is made of the policy and its target (graph.md 2.7).
  if (child.name === "settings") return String(index);
  if (child.name !== "assignments") return randomUUID();
  const target = isEntity(item["target"]) ? item["target"] : {};
  const { groupId, "@odata.type": type } = target;
  const named = typeof groupId === "string" ? groupId : undefined;
  return `${ownerId}_${named ?? (typeof type === "string" ? everyone[type] : undefined) ?? index}`;
}
