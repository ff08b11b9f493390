import { vi } from "vitest";

/** happy-dom lays nothing out: from here on each element is said to have this size, so that lists draw their rows. Pixels. */
export function layOut({ width, height }: { width: number; height: number }): void {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(width);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(height);
}
