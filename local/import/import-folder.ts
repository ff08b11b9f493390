import { readdir } from "node:fs/promises";
import { basename, relative, resolve, sep } from "node:path";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { assignIds } from "./assign-ids.ts";
import { checkSettings } from "./check-settings.ts";
import { graphTypes } from "./graph-types.ts";
import { type ImportEntry, readImportFile } from "./read-import-file.ts";
import { ownerKeys, withChildren } from "./sidecar-file.ts";
import { stripAnnotations } from "./strip-annotations.ts";
import { toDefinitionValue } from "./to-definition-value.ts";
import { toGraphLists } from "./to-graph-lists.ts";

export type ImportProblem = { readonly file: string; readonly reason: string; readonly isUnreadable?: true };

export type ImportedFolder = {
  /** Name of the folder. */
  readonly tenantName: string;
  /** Ready for Graph's collections, children inline, in the order of their files. */
  readonly objects: { collectionPath: string; object: JsonObject }[];
  /** Files that hold something. */
  readonly files: number;
  /** Everything that was not taken over, by file; a file may have several. `isUnreadable`: it is no JSON at all. */
  readonly problems: ImportProblem[];
};

type EntryOf<Kind extends ImportEntry["kind"]> = Extract<ImportEntry, { kind: Kind }>;
type Problem = EntryOf<"problem">;

/**
 * Reads an export of IntuneManagement, IntuneBackupAndRestore or the portal, or answers that Graph gave, in whatever
 * subfolders they are. Assignments keep the groups they name, which may be another tenant's. Throws when the folder
 * itself cannot be read.
 */
export async function importFolder(folder: string): Promise<ImportedFolder> {
  const files = await readAll(folder);
  const found = files.flat();
  const objects = found.filter(isKind("object"));
  const children = found.filter(isKind("children"));
  const results = objects.map((each) => completeObject(each, childrenOf(each, objects, children)));
  const taken = results.filter(isKind("object"));
  const problems = [...found, ...results].filter(isKind("problem"));
  return {
    tenantName: basename(resolve(folder)),
    objects: assignIds(taken.map(({ collectionPath, object }) => ({ collectionPath, object }))),
    files: files.length,
    problems: [...problems, ...orphansOf(children, taken)].map(({ kind: _kind, ...problem }) => problem),
  };
}

/** What the files hold, file by file, without those that are known to hold nothing. */
async function readAll(folder: string): Promise<(readonly ImportEntry[])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => resolve(entry.parentPath, entry.name));
  const names = paths.map((path) => relative(resolve(folder), path).split(sep).join("/")).sort();
  const files: (readonly ImportEntry[])[] = [];
  // One at a time: an export has thousands of files, of up to a megabyte each.
  for (const name of names) {
    const found = await readImportFile(folder, name);
    if (found) files.push(found);
  }
  return files;
}

/** Children name a file, so they belong to an object only where it is the file's only one. */
function childrenOf(
  object: EntryOf<"object">,
  objects: readonly EntryOf<"object">[],
  children: readonly EntryOf<"children">[],
): EntryOf<"children">[] {
  if (children.length === 0 || objects.filter(({ file }) => file === object.file).length > 1) return [];
  const keys = ownerKeys(object.file, object.object);
  return children.filter(({ children: { owner } }) => keys.includes(owner.toLowerCase()));
}

function completeObject(
  found: EntryOf<"object">,
  children: readonly EntryOf<"children">[],
): EntryOf<"object"> | Problem {
  const { file, collectionPath } = found;
  const whole = children.reduce((object, each) => withChildren(object, collectionPath, each.children), found.object);
  const { tree, declaredType } = graphTypes();
  try {
    const listed = toGraphLists(tree, whole, declaredType(collectionPath));
    const object = stripAnnotations(withAssigned(withDefinitions(listed)));
    if (collectionPath !== "/deviceManagement/configurationPolicies") return { ...found, object };
    const checked = checkSettings(object);
    return "reason" in checked ? { file, kind: "problem", reason: checked.reason } : { ...found, ...checked };
  } catch (error) {
    return { file, kind: "problem", reason: error instanceof Error ? error.message : "Cannot be read" };
  }
}

/** The portal exports no assignments: the policy that comes out of the file has none, whatever the flag said. */
function withAssigned(object: JsonObject): JsonObject {
  const { assignments, isAssigned } = object;
  if (typeof isAssigned !== "boolean") return object;
  return { ...object, isAssigned: Array.isArray(assignments) && assignments.length > 0 };
}

function withDefinitions(object: JsonObject): JsonObject {
  const { definitionValues } = object;
  return Array.isArray(definitionValues)
    ? { ...object, definitionValues: definitionValues.map(toDefinitionValue) }
    : object;
}

/** Children whose object was not taken over were not either. */
function orphansOf(children: readonly EntryOf<"children">[], taken: readonly EntryOf<"object">[]): Problem[] {
  const owners = new Set(taken.filter(isAlone(taken)).flatMap(({ file, object }) => ownerKeys(file, object)));
  return children
    .filter(({ children: { owner } }) => !owners.has(owner.toLowerCase()))
    .map(({ file, children: { owner } }) => ({
      file,
      kind: "problem",
      reason: `Belongs to ${owner}, which was not imported`,
    }));
}

function isAlone(objects: readonly EntryOf<"object">[]) {
  const counts = Map.groupBy(objects, ({ file }) => file);
  return ({ file }: EntryOf<"object">): boolean => counts.get(file)?.length === 1;
}

function isKind<Kind extends ImportEntry["kind"]>(kind: Kind) {
  return (found: ImportEntry): found is EntryOf<Kind> => found.kind === kind;
}
