import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { DetailsPane } from "../../../web/src/parts/details-pane.tsx";
import { FactsList } from "../../../web/src/parts/facts-list.tsx";
import { PaneLayout } from "../../../web/src/parts/pane-layout.tsx";
import { faults } from "./support/faults.ts";
import { show } from "./support/show.tsx";

function Page() {
  const [open, setOpen] = useState<string>();
  const pane = open !== undefined && (
    <DetailsPane title={`Run ${open}`} subject={open} onClose={() => setOpen(undefined)}>
      <FactsList
        facts={[
          { term: "By", value: "Ada" },
          { term: "Label", value: null },
        ]}
      />
      <input aria-label="Note" />
    </DetailsPane>
  );
  return (
    <PaneLayout pane={pane}>
      {["1", "2"].map((id) => (
        <button key={id} type="button" onClick={() => setOpen(id)}>
          Open {id}
        </button>
      ))}
    </PaneLayout>
  );
}

const row = (id: string) => screen.getByRole("button", { name: `Open ${id}` });

it("the pane has a heading of its own that takes the focus, and its facts have terms", async () => {
  const user = userEvent.setup();
  show(<Page />);
  await user.click(row("1"));
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 2, name: "Run 1" }));
  expect(screen.getByRole("region", { name: "Run 1" })).toBeDefined();
  expect(screen.getAllByRole("term").map(({ textContent }) => textContent)).toEqual(["By", "Label"]);
  expect(screen.getAllByRole("definition").map(({ textContent }) => textContent)).toEqual(["Ada", "None"]);
  expect(await faults()).toEqual([]);
});

it("Esc closes the pane and gives the focus back", async () => {
  const user = userEvent.setup();
  show(<Page />);
  await user.click(row("1"));
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("region")).toBeNull();
  expect(document.activeElement).toBe(row("1"));
});

it("the focus goes back to the row that was opened last", async () => {
  const user = userEvent.setup();
  show(<Page />);
  await user.click(row("1"));
  await user.click(row("2"));
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Run 2" }));
  await user.click(screen.getByRole("button", { name: "Close details" }));
  expect(document.activeElement).toBe(row("2"));
});

it("Esc while typing is the field's", async () => {
  const user = userEvent.setup();
  show(<Page />);
  await user.click(row("1"));
  await user.click(screen.getByRole("textbox", { name: "Note" }));
  await user.keyboard("{Escape}");
  expect(screen.getByRole("region", { name: "Run 1" })).toBeDefined();
});

it("Esc that something else used does not close the pane", () => {
  const onClose = vi.fn();
  show(
    <DetailsPane title="Run" subject="1" onClose={onClose}>
      text
    </DetailsPane>,
  );
  const event = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
  event.preventDefault();
  fireEvent(document.body, event);
  expect(onClose).not.toHaveBeenCalled();
});
