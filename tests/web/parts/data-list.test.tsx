import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Column, columnsThatFit, gridColumns } from "../../../web/src/parts/column.ts";
import { DataList } from "../../../web/src/parts/data-list.tsx";
import { faults } from "./support/faults.ts";
import { layOut } from "./support/lay-out.ts";
import { show } from "./support/show.tsx";

type Policy = { readonly id: string; readonly name: string };

const policies = (count: number): Policy[] =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}`, name: `Policy ${index}` }));

const columns: readonly Column<Policy>[] = [
  { id: "name", header: "Name", min: 160, share: 2, render: ({ name }) => name },
  { id: "id", header: "Id", min: 100, dropsAt: 1, align: "end", render: ({ id }) => id },
];

const facts = {
  label: "Policies",
  columns,
  keyOf: ({ id }: Policy) => id,
  nameOf: ({ name }: Policy) => name,
  hrefOf: ({ id }: Policy) => `/policies?open=${id}`,
};

beforeEach(() => layOut({ width: 900, height: 440 }));

const rowsInPage = () => screen.getAllByRole("row").length - 1;

describe("rows", () => {
  it("of 10,000 only those that one sees and a few beyond are in the page", async () => {
    show(<DataList {...facts} rows={policies(10_000)} />);
    await waitFor(() => expect(rowsInPage()).toBeLessThanOrEqual(30));
    expect(rowsInPage()).toBeGreaterThanOrEqual(10);
    expect(await faults()).toEqual([]);
  });

  it("of a long list are there before what draws them is loaded: no more than 60, from the first", () => {
    show(<DataList {...facts} rows={policies(10_000)} />);
    expect(screen.getByRole("link", { name: "Policy 0" })).toBeDefined();
    expect(rowsInPage()).toBeLessThanOrEqual(60);
  });

  it("say their place among all, and the table how many there are", () => {
    show(<DataList {...facts} rows={policies(400)} hasMore total={{ count: 10_000, more: false }} />);
    expect(screen.getByRole("table", { name: "Policies" }).getAttribute("aria-rowcount")).toBe("10001");
    expect(screen.getByRole("row", { name: /^Policy 3 / }).getAttribute("aria-rowindex")).toBe("5");
  });

  it("of an unknown number claim none", () => {
    show(<DataList {...facts} rows={policies(400)} hasMore />);
    expect(screen.getByRole("table").getAttribute("aria-rowcount")).toBe("-1");
  });

  it("have one link each, which opens the row without loading the portal anew", async () => {
    const navigate = vi.fn();
    show(<DataList {...facts} rows={policies(3)} />, { navigate });
    expect(screen.getAllByRole("link")).toHaveLength(3);
    fireEvent.click(screen.getByRole("link", { name: "Policy 1" }));
    expect(navigate).toHaveBeenCalledWith("/policies?open=p1");
  });

  it("cut a text off with the whole of it in the title", () => {
    show(<DataList {...facts} rows={policies(1)} />);
    expect(screen.getByTitle("Policy 0").textContent).toBe("Policy 0");
  });
});

describe("the end of what is loaded", () => {
  it("near it the next page is asked for", async () => {
    const fetchNext = vi.fn();
    show(<DataList {...facts} rows={policies(12)} hasMore fetchNext={fetchNext} />);
    await waitFor(() => expect(fetchNext).toHaveBeenCalledOnce());
  });

  it.each([
    ["far from it", { rows: policies(400), hasMore: true, isLoadingMore: false }],
    ["while the next page is on its way", { rows: policies(12), hasMore: true, isLoadingMore: true }],
    ["without a next page", { rows: policies(12), hasMore: false, isLoadingMore: false }],
  ])("%s nothing is asked for", async (_, state) => {
    const fetchNext = vi.fn();
    show(<DataList {...facts} {...state} fetchNext={fetchNext} />);
    await waitFor(() => expect(rowsInPage()).toBeLessThanOrEqual(30));
    expect(fetchNext).not.toHaveBeenCalled();
  });

  it.each([
    ["en", { count: 10_000, more: false }, "400 of 10,000 loaded"],
    ["de", { count: 1_000, more: true }, "400 von mindestens 1.000 geladen"],
    ["en", undefined, "400 loaded, more below"],
  ] as const)("the foot says in %s how much of %j is loaded", (language, total, text) => {
    show(<DataList {...facts} rows={policies(400)} hasMore total={total} />, { language });
    expect(screen.getAllByText(text).length).toBeGreaterThan(0);
  });

  it("a list that is loaded whole says its number", () => {
    show(<DataList {...facts} rows={policies(1)} />);
    expect(screen.getAllByText("1 item").length).toBeGreaterThan(0);
  });
});

describe("keys", () => {
  const choosing = (onChoose = vi.fn()) => ({ onChoose, selection: { chosen: new Set(["p1"]), onChoose } });

  it("Tab stops at a checkbox and one link a row", async () => {
    const user = userEvent.setup();
    show(<DataList {...facts} rows={policies(3)} selection={choosing().selection} />);
    screen.getByRole("checkbox", { name: "Select Policy 0" }).focus();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("link", { name: "Policy 0" }));
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("checkbox", { name: "Select Policy 1" }));
  });

  it("arrows move by row and within a row, End goes to a row that was not in the page", async () => {
    const user = userEvent.setup();
    show(<DataList {...facts} rows={policies(500)} selection={choosing().selection} />);
    await waitFor(() => expect(rowsInPage()).toBeLessThanOrEqual(30));
    screen.getByRole("link", { name: "Policy 0" }).focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(screen.getByRole("link", { name: "Policy 1" }));
    await user.keyboard("{ArrowLeft}{ArrowUp}");
    expect(document.activeElement).toBe(screen.getByRole("checkbox", { name: "Select Policy 0" }));
    expect(screen.queryByRole("link", { name: "Policy 499" })).toBeNull();
    await user.keyboard("{ArrowRight}{End}");
    expect(document.activeElement).toBe(screen.getByRole("link", { name: "Policy 499" }));
    await user.keyboard("{Home}");
    expect(document.activeElement).toBe(screen.getByRole("link", { name: "Policy 0" }));
  });

  it("Space selects the row, on its link too", async () => {
    const user = userEvent.setup();
    const { selection, onChoose } = choosing();
    show(<DataList {...facts} rows={policies(3)} selection={selection} />);
    screen.getByRole("link", { name: "Policy 0" }).focus();
    await user.keyboard(" ");
    expect(onChoose).toHaveBeenLastCalledWith(new Set(["p1", "p0"]));
    screen.getByRole("checkbox", { name: "Select Policy 1" }).focus();
    await user.keyboard(" ");
    expect(onChoose).toHaveBeenLastCalledWith(new Set());
  });

  it("Enter opens the row, on its checkbox too", async () => {
    const user = userEvent.setup();
    const navigate = vi.fn();
    show(<DataList {...facts} rows={policies(3)} selection={choosing().selection} />, { navigate });
    screen.getByRole("checkbox", { name: "Select Policy 2" }).focus();
    await user.keyboard("{Enter}");
    expect(navigate).toHaveBeenCalledWith("/policies?open=p2");
  });
});

describe("selection", () => {
  it("the checkbox of the head chooses all loaded rows, and clears them", () => {
    const onChoose = vi.fn();
    const { rerender } = show(
      <DataList {...facts} rows={policies(2)} selection={{ chosen: new Set(["p0"]), onChoose }} />,
    );
    const all = screen.getByRole<HTMLInputElement>("checkbox", { name: "Select all loaded rows" });
    expect(all.indeterminate).toBe(true);
    fireEvent.click(all);
    expect(onChoose).toHaveBeenLastCalledWith(new Set(["p0", "p1"]));
    rerender(<DataList {...facts} rows={policies(2)} selection={{ chosen: new Set(["p0", "p1"]), onChoose }} />);
    fireEvent.click(screen.getByRole("checkbox", { name: "Select all loaded rows" }));
    expect(onChoose).toHaveBeenLastCalledWith(new Set());
  });

  it("the foot says how many are chosen and clears them", () => {
    const onChoose = vi.fn();
    show(<DataList {...facts} rows={policies(2)} selection={{ chosen: new Set(["p0"]), onChoose }} />);
    expect(screen.getByText("1 selected")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Clear selection" }));
    expect(onChoose).toHaveBeenCalledWith(new Set());
  });
});

describe("a narrow list", () => {
  it("drops the columns of the least worth first and never the others", () => {
    const ids = (width: number | undefined) => columnsThatFit(columns, width, true).map(({ id }) => id);
    expect(ids(undefined)).toEqual(["name", "id"]);
    expect(ids(300)).toEqual(["name", "id"]);
    expect(ids(299)).toEqual(["name"]);
    expect(ids(100)).toEqual(["name"]);
  });

  it("has the columns of head and rows at the same places", () => {
    show(<DataList {...facts} rows={policies(1)} />);
    const [head, row] = screen.getAllByRole("row");
    expect(row?.style.gridTemplateColumns).toBe(head?.style.gridTemplateColumns);
    expect(within(head ?? document.body).getAllByRole("columnheader")).toHaveLength(2);
    expect(gridColumns(columns, true)).toBe("40px minmax(min(160px, 40%), 2fr) minmax(min(100px, 40%), 1fr)");
  });
});
