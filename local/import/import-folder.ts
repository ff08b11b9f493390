import { readdir } from "node:fs/promises";
import { basename, relative, resolve, sep } from "node:path";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { checkSettings } from "./check-settings.ts";
import { giveIds } from "./give-ids.ts";
import { type ImportFile, readImportFile } from "./read-import-file.ts";
import { withChildren } from "./side-file.ts";
import { stripAnnotations } from "./strip-annotations.ts";
import { toDefinitionValue } from "./to-definition-value.ts";

export type ImportedFolder = {
  /** Name of the folder. */
  readonly tenantName: string;
  /** Ready for Graph's collections, children inline, in the order of their files. */
  readonly objects: { collectionPath: string; object: JsonObject }[];
  /** Every file that holds something which was not taken over. */
  readonly problems: { file: string; reason: string }[];
};

type FileOf<Kind extends ImportFile["kind"]> = Extract<ImportFile, { kind: Kind }>;
type Problem = FileOf<"problem">;

/**
 * Reads an export of IntuneManagement or the portal, in whatever subfolders it is. Assignments keep the
 * groups they name, which may be another tenant's. Throws when the folder itself cannot be read.
 */
export async function importFolder(folder: string): Promise<ImportedFolder> {
  const files = await readAll(folder);
  const childrenByOwner = Map.groupBy(files.filter(isKind("children")), ({ children }) => toKey(children.owner));
  const results = files
    .filter(isKind("object"))
    .map((file) => completeObject(file, childrenByOwner.get(toKey(file.file)) ?? []));
  const taken = results.filter(isKind("object"));
  const problems = [...files, ...results].filter(isKind("problem"));
  return {
    tenantName: basename(resolve(folder)),
    objects: giveIds(taken),
    problems: [...problems, ...orphansOf(files, taken)].map(({ file, reason }) => ({ file, reason })),
  };
}

async function readAll(folder: string): Promise<ImportFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => resolve(entry.parentPath, entry.name));
  const names = paths.map((path) => relative(resolve(folder), path).split(sep).join("/")).sort();
  const files: ImportFile[] = [];
  // One at a time: an export has thousands of files, of up to a megabyte each.
  for (const name of names) files.push(await readImportFile(folder, name));
  return files;
}

function completeObject(file: FileOf<"object">, children: readonly FileOf<"children">[]): FileOf<"object"> | Problem {
  const whole = children.reduce(
    (object, each) => withChildren(object, file.collectionPath, each.children),
    file.object,
  );
  const object = stripAnnotations(withAssigned(withDefinitions(whole)));
  if (file.collectionPath !== "/deviceManagement/configurationPolicies") return { ...file, object };
  const checked = checkSettings(object);
  return "reason" in checked ? { file: file.file, kind: "problem", reason: checked.reason } : { ...file, ...checked };
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
function orphansOf(files: readonly ImportFile[], taken: readonly FileOf<"object">[]): Problem[] {
  const owners = new Set(taken.map(({ file }) => toKey(file)));
  return files
    .filter(isKind("children"))
    .filter(({ children }) => !owners.has(toKey(children.owner)))
    .map(({ file, children }) => ({
      file,
      kind: "problem",
      reason: `Belongs to ${children.owner}, which was not imported`,
    }));
}

function isKind<Kind extends ImportFile["kind"]>(kind: Kind) {
  return (file: ImportFile): file is FileOf<Kind> => file.kind === kind;
}

/** Exports come from file systems where case does not count. */
function toKey(file: string): string {
  return file.toLowerCase();
}
