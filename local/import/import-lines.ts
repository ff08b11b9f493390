import type { ImportedFolder, ImportProblem } from "./import-folder.ts";

type ImportSummary = Pick<ImportedFolder, "files" | "problems">;

/** What an import says of itself: how many files it took whole, and each refusal with its reason. */
export function importLines(name: string, { files, problems }: ImportSummary): string[] {
  const refused = new Set(problems.map(({ file }) => file));
  return [
    `${name}: imported ${files - refused.size} of ${files} files`,
    ...problems.map((problem) => `${name}: ${problem.file} was not imported${wholly(problem)}: ${problem.reason}`),
  ];
}

/** A list names the object that was refused; the others of its file were taken. */
function wholly({ reason }: ImportProblem): string {
  return reason.startsWith("object ") ? " as a whole" : "";
}
