import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { SchedulePage } from "../../../web/src/pages/schedule/schedule-page.tsx";
import { cronOf, toTyped } from "../../../web/src/pages/schedule-terms.ts";
import { aSchedule } from "./support/a-schedule.ts";
import { anOwner, showPage } from "./support/show-page.tsx";

const path = "/tenants/$tenantId/schedules/$scheduleId";
const page = { path, parse: () => ({}), component: SchedulePage };
const answers = { getMe: () => anOwner(["schedule.write"]), getSchedule: () => aSchedule() };

it("each slot says what became of it, and why there is no run", async () => {
  const items = [
    { at: next(2), dueAt: next(2), outcome: "missed", runId: null, missedBefore: 3 },
    { at: next(1), dueAt: next(1), outcome: "succeeded", runId: "run-1", missedBefore: 0 },
  ];
  showPage(page, "/tenants/t/schedules/schedule-1", { ...answers, listSlots: () => ({ items, nextPage: null }) });
  await screen.findByText("Nothing ran when it was due.");
  screen.getByText("Succeeded");
  expect(screen.getByRole("link", { name: "View run" }).getAttribute("href")).toBe("/tenants/t/operations/run-1");
});

it("S9: a schedule that is run now says so with the way to its run", async () => {
  const runSchedule = () => ({ type: "snapshot.take", reused: false, viewUrl: "/tenants/t/operations/r" });
  showPage(page, "/tenants/t/schedules/schedule-1", { ...answers, runSchedule });
  await screen.findByRole("heading", { level: 1, name: "Daily at 02:00" });
  fireEvent.click(screen.getByRole("button", { name: "Run now" }));
  await screen.findByText("Snapshot started");
});

it("deleting a schedule asks first, says what stays, and leads back to the list", async () => {
  const { asked, navigate } = showPage(page, "/tenants/t/schedules/schedule-1", answers);
  await screen.findByRole("heading", { level: 1, name: "Daily at 02:00" });
  fireEvent.click(screen.getByRole("button", { name: "Delete" }));
  const stays = await screen.findByText(/Its runs and snapshots stay/);
  expect(asked.map(({ id }) => id)).not.toContain("deleteSchedule");
  fireEvent.submit(stays.closest("form") ?? document.body);
  await expect.poll(() => navigate.mock.calls).toEqual([["/tenants/t/schedules"]]);
});

it.each(["0 2 * * *", "30 14 * * 1-5", "0 */6 * * *", "5 4 1 * *"])(
  "the form gives a cron expression back: %s",
  (cron) => {
    expect(cronOf(toTyped(aSchedule({ cron })))).toBe(cron);
  },
);

function next(day: number): string {
  return `2026-11-0${day}T01:00:00.000Z`;
}
