import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Refusal } from "../../../web/src/api/refusal.ts";
import { SchedulesPage } from "../../../web/src/pages/schedules/schedules-page.tsx";
import { parseSchedulesSearch } from "../../../web/src/pages/schedules/search.ts";
import { aRefusal } from "../api/support/an-api.tsx";
import { aSchedule } from "./support/a-schedule.ts";
import { anOwner, showPage } from "./support/show-page.tsx";

const page = { path: "/tenants/$tenantId/schedules", parse: parseSchedulesSearch, component: SchedulesPage };
const mayWrite = { getMe: () => anOwner(["schedule.write"]) };
const next = ["2026-12-01T01:00:00.000Z", "2026-12-02T01:00:00.000Z"];
const answers = {
  ...mayWrite,
  getTenant: () => ({ id: "t", name: "Fern", timeZone: "Europe/Berlin" }),
  previewSchedule: () => ({ next }),
};

it("a schedule is said in words, with its promise, and why its last slot was skipped", async () => {
  const lastSlot = { at: "2026-11-30T01:00:00.000Z", runId: null, outcome: "skipped", code: "types_withheld" } as const;
  const items = [aSchedule({ lastSlot }), aSchedule({ id: "schedule-2", cron: "5 4 1 * *", paused: true })];
  showPage(page, "/tenants/t/schedules", { ...answers, listSchedules: () => ({ items, nextPage: null }) });
  await screen.findByRole("link", { name: "Daily at 02:00" });
  screen.getByRole("link", { name: "5 4 1 * *" });
  screen.getByText("Paused");
  expect(screen.getAllByTitle(/^Kept for .*at most 26 hours old/).length).toBeGreaterThan(0);
  screen.getByTitle(/^Skipped: /);
});

it("a tenant without schedules says what one is; who may not make one is told the right that is missing", async () => {
  showPage(page, "/tenants/t/schedules", { getMe: () => anOwner([]) });
  await screen.findByText("No schedules yet");
  for (const button of screen.getAllByRole("button", { name: "New schedule" })) {
    expect(button.getAttribute("aria-disabled")).toBe("true");
  }
});

it("a list that one may not see says so", async () => {
  const listSchedules = (): never => {
    throw aRefusal(403);
  };
  showPage(page, "/tenants/t/schedules", { ...answers, listSchedules });
  await screen.findByText("You may not see this");
});

it("the form shows the next times before anything is saved, and sends what was chosen", async () => {
  const { asked } = showPage(page, "/tenants/t/schedules", answers);
  await screen.findByText("No schedules yet");
  const [create] = screen.getAllByRole("button", { name: "New schedule" });
  if (create) fireEvent.click(create);
  await screen.findByText("Tue 1 Dec, 02:00");
  fireEvent.change(screen.getByLabelText("When"), { target: { value: "weekdays" } });
  fireEvent.change(screen.getByLabelText("Promise"), { target: { value: "none" } });
  fireEvent.submit(screen.getByLabelText("When").closest("form") ?? document.body);
  await screen.findByText("Schedule created");
  expect(asked.find(({ id }) => id === "previewSchedule")?.query).toEqual({
    cron: "0 2 * * *",
    timeZone: "Europe/Berlin",
  });
  expect(asked.find(({ id }) => id === "createSchedule")?.body).toMatchObject({
    cron: "0 2 * * 1-5",
    types: null,
    promiseHours: null,
  });
});

it("what the API says of a field stands at that field", async () => {
  const createSchedule = (): never => {
    const errors = [{ field: "cron", problem: "cron: two slots must be 15 minutes apart at least." }];
    throw new Refusal({ ...aRefusal(400).facts, errors });
  };
  showPage(page, "/tenants/t/schedules", { ...answers, createSchedule });
  await screen.findByText("No schedules yet");
  const [create] = screen.getAllByRole("button", { name: "New schedule" });
  if (create) fireEvent.click(create);
  fireEvent.submit((await screen.findByLabelText("When")).closest("form") ?? document.body);
  await screen.findByText("Refused: two slots must be 15 minutes apart at least.");
  expect(screen.getByLabelText("Time of day").getAttribute("aria-invalid")).toBe("true");
});
