import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CannotStart } from "../src/data-lock.ts";
import { openSqlite } from "../src/open-sqlite.ts";
import { sqliteProblem, startProblemOf } from "../src/start-problem.ts";

const dir = mkdtempSync(join(tmpdir(), "start-problem-"));
afterAll(() => rmSync(dir, { recursive: true }));

const setUp = "PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS rows (text TEXT);";

/** A database of many pages, closed. */
function aDatabase(name: string): string {
  const file = join(dir, name);
  const database = openSqlite(file, setUp);
  const insert = database.prepare("INSERT INTO rows VALUES (?)");
  for (let row = 0; row < 2_000; row += 1) insert.run(`row ${row} ${"x".repeat(50)}`);
  database.close();
  return file;
}

const corrupt = (file: string, change: (bytes: Buffer) => Buffer): void =>
  writeFileSync(file, change(readFileSync(file)));

describe("a database file", () => {
  it("a database file that is whole is opened, again and again", () => {
    const file = aDatabase("whole.sqlite");
    const again = openSqlite(file, setUp);
    expect(again.prepare("SELECT count(*) AS rows FROM rows").get()).toMatchObject({ rows: 2_000 });
    again.close();
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ["holds something else", () => Buffer.from("no database ".repeat(1_000))],
    ["is cut off", (bytes) => bytes.subarray(0, 6_000)],
    ["has a page that was written over", (bytes) => Buffer.from(bytes).fill(0x41, 8_192, 12_288)],
  ])("a database file that %s is named in one sentence", (what, change) => {
    const file = aDatabase(`${what.replaceAll(" ", "-")}.sqlite`);
    corrupt(file, change);
    const sentence = `The database file ${file} is damaged: put it back from a copy, or start on another data folder.`;
    expect(() => openSqlite(file, setUp)).toThrow(new CannotStart(sentence));
  });

  it("a database file in a folder that is none is named in one sentence", () => {
    const file = join(dir, "nowhere", "some.sqlite");
    expect(() => openSqlite(file, setUp)).toThrow(CannotStart);
    expect(() => openSqlite(file, setUp)).toThrow(file);
  });

  it.each([
    [5, "another server may be using it"],
    [8, "may not be written"],
    [13, "The disk is full"],
    [266, "the disk reports an error"],
    [1032, "may not be written"],
  ])("SQLite's code %i is a sentence with the file's name", (errcode, words) => {
    const problem = sqliteProblem("some.sqlite", Object.assign(new Error("sqlite"), { errcode }));
    expect(problem).toContain(words);
    expect(problem).toContain("some.sqlite");
  });
});

describe("what the machine is short of", () => {
  const ofSystem = (code: string, path?: string): Error =>
    Object.assign(new Error(code), path ? { code, path } : { code });

  it.each([
    ["ENOSPC", "The disk is full: a/file cannot be written."],
    ["EROFS", "a/file may not be written by this user."],
    ["EACCES", "a/file may not be written by this user."],
    ["ENOTDIR", "a/file is no folder, or lies in none."],
  ])("%s is a sentence that names the file", (code, sentence) => {
    expect(startProblemOf(ofSystem(code, "a/file"), "folder")).toBe(sentence);
    expect(startProblemOf(new Error("around it", { cause: ofSystem(code, "a/file") }), "folder")).toBe(sentence);
  });

  it("names the folder where the system names no file", () => {
    expect(startProblemOf(ofSystem("ENOSPC"), "the folder")).toBe("The disk is full: the folder cannot be written.");
  });

  it("is found although the closing failed too", () => {
    const error = new SuppressedError(new Error("closing"), ofSystem("ENOSPC", "a/file"));
    expect(startProblemOf(error, "folder")).toContain("a/file");
  });

  it("is nothing when a fault of our own is the reason", () => {
    expect(startProblemOf(new TypeError("x is not a function"), "folder")).toBeUndefined();
    expect(startProblemOf("text", "folder")).toBeUndefined();
  });
});
