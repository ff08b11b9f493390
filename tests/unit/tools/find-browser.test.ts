import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { findBrowser } from "../../../tools/portal/find-browser.ts";

const folder = mkdtempSync(join(tmpdir(), "tenantpilot-browser-"));

afterAll(() => rmSync(folder, { recursive: true }));

function aProgram(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, "");
  chmodSync(path, 0o755);
  return path;
}

it("the browser that CHROMIUM_PATH names goes before one on PATH, and an empty variable names none", () => {
  const own = aProgram("own-browser");
  const found = aProgram("google-chrome");
  expect(findBrowser({ CHROMIUM_PATH: own, PATH: folder })?.executablePath).toBe(own);
  expect(findBrowser({ CHROMIUM_PATH: "", PATH: `/nowhere:${folder}` })?.executablePath).toBe(found);
});

it("a machine without a browser has none, and a name that leads nowhere is no such machine", () => {
  expect(findBrowser({ PATH: "/nowhere" })).toBeUndefined();
  expect(findBrowser({})).toBeUndefined();
  expect(() => findBrowser({ CHROMIUM_PATH: "/nowhere/chromium" })).toThrow("/nowhere/chromium");
});

it("as root the browser starts without a sandbox, which it refuses to have then", () => {
  const { args } = findBrowser({ CHROMIUM_PATH: aProgram("browser") }) ?? {};
  expect(args).toEqual(process.getuid?.() === 0 ? ["--no-sandbox"] : []);
});
