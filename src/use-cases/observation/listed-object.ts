import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";

/** One object of a list. */
export type ListedObject = {
  /** Empty when Graph gave none. */
  readonly id: string;
  /** As a person knows it, short enough for a message; its id where it has no name. */
  readonly name: string;
  /** As the list shows it. */
  readonly object: JsonObject;
};

// A message of a failure has 500 characters.
const nameLength = 100;
// As long as an id may be that is read at all.
const idLength = 300;

export function toListedObject({ nameProperty }: ObjectTypeContract, object: JsonObject): ListedObject {
  const id = textOf(object["id"]);
  const name = nameProperty === null ? "" : textOf(object[nameProperty]);
  return { id, name: shortened(name || id, nameLength), object };
}

/** What a failure of the object names: its type and its id. */
export function targetOf({ key }: Pick<ObjectTypeContract, "key">, { id }: Pick<ListedObject, "id">): string {
  return id === "" ? key : `${key}/${shortened(id, idLength)}`;
}

/** What is stored and shown has whole characters only. */
function shortened(text: string, length: number): string {
  return text.slice(0, length).toWellFormed();
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
