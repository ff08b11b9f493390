import { expect, it, vi } from "vitest";
import { saveFile } from "../../../web/src/api/save-file.ts";

it("a file goes to the downloads under its name, and the page keeps nothing of it", () => {
  vi.useFakeTimers();
  const clicked: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(`${this.download} ${this.protocol}`);
  });
  const forgotten = vi.spyOn(URL, "revokeObjectURL");
  saveFile(new Blob(["a,b"]), "operations.csv");
  vi.runAllTimers();
  expect(clicked).toEqual(["operations.csv blob:"]);
  expect(forgotten).toHaveBeenCalledOnce();
  expect(document.querySelector("a")).toBeNull();
  vi.useRealTimers();
});
