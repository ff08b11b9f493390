import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Duration } from "../../../web/src/parts/duration.tsx";
import { Freshness } from "../../../web/src/parts/freshness.tsx";
import { Time } from "../../../web/src/parts/time.tsx";
import { formatClock } from "../../../web/src/words/format.ts";
import { show } from "./support/show.tsx";

const now = "2026-11-30T14:02:20.000Z";

beforeEach(() => void vi.useFakeTimers({ now: new Date(now) }));
afterEach(() => void vi.useRealTimers());

it("a time says how long ago on its face and UTC in its title", () => {
  show(<Time at="2026-11-30T11:02:10Z" />);
  const time = screen.getByText("3 hours ago");
  expect(time.getAttribute("title")).toContain("2026-11-30 11:02:10 UTC");
  expect(time.getAttribute("datetime")).toBe("2026-11-30T11:02:10Z");
});

it("a time of a schedule says the hour in the zone that is meant", () => {
  show(<Time at="2026-11-30T23:30:00Z" face="clock" timeZone="Europe/Berlin" />, { language: "de" });
  expect(screen.getByText("01.12.2026, 00:30")).toBeDefined();
});

it("what never happened is said as never", () => {
  show(<Time at={null} />, { language: "de" });
  expect(screen.getByText("Nie")).toBeDefined();
});

it("a time grows old by itself", () => {
  show(<Time at={now} />);
  expect(screen.getByText("now")).toBeDefined();
  act(() => void vi.advanceTimersByTime(60_000));
  expect(screen.getByText("1 minute ago")).toBeDefined();
});

it("what goes on takes longer by itself, and what ended does not", () => {
  show(
    <>
      <Duration from="2026-11-30T14:02:00Z" to={null} />
      <Duration from="2026-11-30T14:00:00Z" to="2026-11-30T14:02:05Z" />
    </>,
  );
  expect(screen.getByText("20 secs")).toBeDefined();
  act(() => void vi.advanceTimersByTime(2_000));
  expect(screen.getByText("22 secs")).toBeDefined();
  expect(screen.getByText("2 mins 5 secs")).toBeDefined();
});

it("freshness says when the server answered and how long ago that is", () => {
  const at = Date.parse(now) - 12_000;
  show(<Freshness at={at} />);
  expect(screen.getByText(`as of ${formatClock("en", at)} (12 seconds ago)`)).toBeDefined();
});

it("freshness without an answer claims nothing", () => {
  show(<Freshness at={0} />);
  expect(screen.getByText("not loaded yet")).toBeDefined();
});
