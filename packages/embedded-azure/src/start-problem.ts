// Primary result codes of SQLite: https://www.sqlite.org/rescode.html
const ofSqlite: Readonly<Record<number, (file: string) => string>> = {
  5: inUse,
  6: inUse,
  8: notWritable,
  10: (file) => `${file} cannot be read or written: the disk reports an error.`,
  11: damaged,
  13: full,
  14: (file) => `${file} cannot be opened: may this user write to its folder?`,
  26: damaged,
};

const ofSystem: Readonly<Record<string, (file: string) => string>> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
  ENOTDIR: noFolder,
  EEXIST: noFolder,
};

function inUse(file: string): string {
  return `${file} cannot be opened: another server may be using it.`;
}

function damaged(file: string): string {
  return `The database file ${file} is damaged: put it back from a copy, or start on another data folder.`;
}

function full(file: string): string {
  return `The disk is full: ${file} cannot be written.`;
}

function notWritable(file: string): string {
  return `${file} may not be written by this user.`;
}

function noFolder(file: string): string {
  return `${file} is no folder, or lies in none.`;
}

/** What SQLite says of a file, as a sentence; undefined when it concerns no file. */
export function sqliteProblem(file: string, error: unknown): string | undefined {
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) : 0;
  return ofSqlite[code & 0xff]?.(file);
}

/**
 * What the machine is short of when a server cannot start, as one sentence that names the file, or `folder` where the
 * system names none; undefined when the machine is not the reason. Looks at what caused an error too.
 */
export function startProblemOf(error: unknown, folder: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error ? String(error.code) : "";
  const file = "path" in error ? String(error.path) : folder;
  const own = Object.hasOwn(ofSystem, code) ? ofSystem[code]?.(file) : undefined;
  // A SuppressedError holds what went wrong first under `suppressed`, and what then went wrong at the closing under `error`.
  const inner = error instanceof SuppressedError ? error.suppressed : error.cause;
  return own ?? startProblemOf(inner, folder);
}
