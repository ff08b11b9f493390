import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { CopyButton } from "../../../web/src/parts/copy-button.tsx";
import { CountLink } from "../../../web/src/parts/count-link.tsx";
import { PageTabs } from "../../../web/src/parts/page-tabs.tsx";
import { Progress } from "../../../web/src/parts/progress.tsx";
import { Timeline } from "../../../web/src/parts/timeline.tsx";
import { faults } from "./support/faults.ts";
import { show } from "./support/show.tsx";

it("a bar stands only where the whole is known", () => {
  const { rerender } = show(<Progress label="Objects read" done={12} total={null} />);
  expect(screen.queryByRole("progressbar")).toBeNull();
  expect(screen.getByText("12 so far")).toBeDefined();
  rerender(<Progress label="Objects read" done={12} total={48} />);
  expect(screen.getByRole("progressbar", { name: "Objects read" }).getAttribute("aria-valuemax")).toBe("48");
  expect(screen.getByText("12 of 48").getAttribute("title")).toBe("25%");
  rerender(<Progress label="Objects read" done={0} total={null} />);
  expect(screen.getByText("Not begun")).toBeDefined();
});

it("a timeline is a list in its order, and what goes on claims no end", () => {
  const steps = [
    { id: "queued", sign: <svg />, title: "Queued", at: "2026-11-30T14:00:00Z", tookMs: 5_000 },
    { id: "read", sign: <svg />, title: "Apps", at: "2026-11-30T14:00:05Z", tookMs: null, detail: <p>Attempt 2</p> },
  ];
  show(<Timeline label="What happened" steps={steps} />);
  const [first, second] = within(screen.getByRole("list", { name: "What happened" })).getAllByRole("listitem");
  expect(first?.textContent).toContain("took 5 secs");
  expect(second?.textContent).toContain("Still going on");
  expect(second?.textContent).toContain("Attempt 2");
});

it("a number leads to what it counted, and nought leads nowhere", () => {
  show(
    <>
      <CountLink count={{ count: 1_000, more: true }} href="/operations?state=failed" label="failed runs" />
      <CountLink count={0} href="/operations?state=queued" label="queued runs" />
    </>,
  );
  const [link, ...others] = screen.getAllByRole("link");
  expect(link?.getAttribute("aria-label")).toBe("1,000 or more failed runs");
  expect(others).toEqual([]);
});

it("a copy says whether it worked", async () => {
  const user = userEvent.setup();
  show(<CopyButton text="4bf92f35" thing="Correlation id" />);
  await user.click(screen.getByRole("button", { name: "Copy Correlation id" }));
  expect((await screen.findByText("Copied")).getAttribute("role")).toBe("status");
  expect(await navigator.clipboard.readText()).toBe("4bf92f35");
});

it("a copy the browser refuses says so", async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("not allowed"));
  show(<CopyButton text="4bf92f35" thing="Correlation id" />);
  await user.click(screen.getByRole("button", { name: "Copy Correlation id" }));
  expect(await screen.findByText("The browser did not allow copying")).toBeDefined();
});

it("of the views of a page one is shown, named by its tab", async () => {
  const user = userEvent.setup();
  const onChoose = vi.fn();
  const tabs = [
    { id: "active", text: "Active", count: "3" },
    { id: "failed", text: "Failed" },
  ];
  show(
    <PageTabs label="Runs" tabs={tabs} chosen="active" onChoose={onChoose}>
      the runs
    </PageTabs>,
  );
  expect(screen.getByRole("tabpanel", { name: "Active (3)" }).textContent).toBe("the runs");
  await user.click(screen.getByRole("tab", { name: "Failed" }));
  expect(onChoose).toHaveBeenCalledWith("failed");
  expect(await faults()).toEqual([]);
});
