import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import type { Filter, FilterValues } from "../../../web/src/parts/filter.ts";
import { FilterBar } from "../../../web/src/parts/filter-bar.tsx";
import { PageKeysContext } from "../../../web/src/parts/page-keys.ts";
import { faults } from "./support/faults.ts";
import { show } from "./support/show.tsx";

afterEach(() => void vi.useRealTimers());

const filters: readonly Filter[] = [
  { name: "text", label: "Search names" },
  {
    name: "state",
    label: "State",
    options: [
      { value: "failed", text: "Failed" },
      { value: "running", text: "Running" },
    ],
  },
  {
    name: "type",
    label: "Type",
    several: true,
    options: [
      { value: "a", text: "Apps" },
      { value: "b", text: "Filters" },
      { value: "c", text: "Scripts" },
    ],
  },
];

/** A page: what the bar says is what the address has next. */
function Page({ first, onChange }: { first: FilterValues; onChange: (values: FilterValues) => void }) {
  const [values, setValues] = useState(first);
  const change = (next: FilterValues) => {
    onChange(next);
    setValues(next);
  };
  return <FilterBar filters={filters} values={values} onChange={change} />;
}

it("each filter has a name and says what is set", async () => {
  show(<Page first={{ state: "failed", type: "a,b,c" }} onChange={vi.fn()} />);
  expect(screen.getByLabelText("Filters").tagName).toBe("SEARCH");
  expect(screen.getByRole("combobox", { name: "State" }).textContent).toBe("State: Failed");
  expect(screen.getByRole("combobox", { name: "Type" }).textContent).toBe("Type: Apps and 2 more");
  expect(screen.getByRole("searchbox", { name: "Search names" })).toBeDefined();
  expect(await faults()).toEqual([]);
});

it("a choice goes to the address and can be taken back", async () => {
  const user = userEvent.setup();
  const onChange = vi.fn();
  show(<Page first={{ other: "stays" }} onChange={onChange} />);
  await user.click(screen.getByRole("combobox", { name: "State" }));
  await user.click(screen.getByRole("option", { name: "Running" }));
  expect(onChange).toHaveBeenLastCalledWith({ other: "stays", state: "running" });
  await user.click(screen.getByRole("combobox", { name: "State" }));
  await user.click(screen.getByRole("option", { name: "Any" }));
  expect(onChange).toHaveBeenLastCalledWith({ other: "stays", state: undefined });
});

it("several values are parted by commas", async () => {
  const user = userEvent.setup();
  const onChange = vi.fn();
  show(<Page first={{ type: "a" }} onChange={onChange} />);
  await user.click(screen.getByRole("combobox", { name: "Type" }));
  await user.click(screen.getByRole("menuitemcheckbox", { name: "Scripts" }));
  expect(onChange).toHaveBeenLastCalledWith({ type: "a,c" });
});

it("Clear takes back what is set and leaves the rest of the address", () => {
  const onChange = vi.fn();
  show(<Page first={{ state: "failed", open: "x" }} onChange={onChange} />);
  fireEvent.click(screen.getByRole("button", { name: "Clear filters" }));
  expect(onChange).toHaveBeenCalledWith({ text: undefined, state: undefined, type: undefined, open: "x" });
  expect(screen.queryByRole("button", { name: "Clear filters" })).toBeNull();
});

it("a search is sent when typing pauses, and what is typed meanwhile stays", () => {
  vi.useFakeTimers();
  const onChange = vi.fn();
  show(<Page first={{}} onChange={onChange} />);
  const box = screen.getByRole<HTMLInputElement>("searchbox", { name: "Search names" });
  fireEvent.change(box, { target: { value: "vp" } });
  fireEvent.change(box, { target: { value: "vpn" } });
  expect(onChange).not.toHaveBeenCalled();
  act(() => void vi.advanceTimersByTime(300));
  expect(onChange).toHaveBeenCalledOnce();
  expect(onChange).toHaveBeenLastCalledWith({ text: "vpn" });
  fireEvent.change(box, { target: { value: "" } });
  act(() => void vi.advanceTimersByTime(300));
  expect(onChange).toHaveBeenLastCalledWith({ text: undefined });
});

it("an address that changes by itself replaces what was typed", () => {
  const { rerender } = show(<FilterBar filters={filters} values={{ text: "vpn" }} onChange={vi.fn()} />);
  const text = () => screen.getByRole<HTMLInputElement>("searchbox", { name: "Search names" }).value;
  rerender(<FilterBar filters={filters} values={{}} onChange={vi.fn()} />);
  expect(text()).toBe("");
  rerender(<FilterBar filters={filters} values={{ text: "vpn" }} onChange={vi.fn()} />);
  expect(text()).toBe("vpn");
});

it("the key / leads to the search, not while typing and not when keys are switched off", async () => {
  const user = userEvent.setup();
  const { rerender } = show(<FilterBar filters={filters} values={{}} onChange={vi.fn()} />);
  const box = screen.getByRole<HTMLInputElement>("searchbox", { name: "Search names" });
  await user.keyboard("/");
  expect(document.activeElement).toBe(box);
  await user.keyboard("a/b");
  expect(box.value).toBe("a/b");
  box.blur();
  rerender(
    <PageKeysContext value={false}>
      <FilterBar filters={filters} values={{}} onChange={vi.fn()} />
    </PageKeysContext>,
  );
  await user.keyboard("/");
  expect(document.activeElement).toBe(document.body);
});
