import { act, cleanup, renderHook } from "@testing-library/react";
import type { PropsWithChildren } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Drafts, makeDrafts } from "../../../web/src/api/make-drafts.ts";
import { DraftsContext, useDraft } from "../../../web/src/api/use-draft.ts";

beforeEach(() => {
  sessionStorage.clear();
});

afterEach(cleanup);

const initial = { cron: "0 2 * * *", types: ["a"], paused: false };

function aForm(drafts: Drafts) {
  const wrapper = ({ children }: PropsWithChildren) => <DraftsContext value={drafts}>{children}</DraftsContext>;
  return renderHook(() => useDraft("schedule t", initial), { wrapper });
}

it("nothing that was typed is lost when the page has to leave for the sign-in", () => {
  const before = makeDrafts("person");
  const form = aForm(before);
  expect(before.isUnsaved()).toBe(false);
  act(() => form.result.current.change({ cron: "0 3 * * *" }));
  act(() => form.result.current.change({ types: ["b", "c"] }));
  expect(before.isUnsaved()).toBe(true);
  before.keep();
  const after = makeDrafts("person");
  const again = aForm(after).result.current;
  expect(again.value).toEqual({ cron: "0 3 * * *", types: ["b", "c"], paused: false });
  expect([after.isUnsaved(), sessionStorage.length]).toEqual([true, 0]);
});

it("what was typed waits in memory alone until the page leaves", () => {
  const form = aForm(makeDrafts("person"));
  act(() => form.result.current.change({ cron: "0 3 * * *" }));
  expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
});

it("another person does not get it, and it is gone then", () => {
  const before = makeDrafts("person");
  before.write("schedule t", { cron: "mine" });
  before.keep();
  expect(aForm(makeDrafts("another")).result.current.value).toEqual(initial);
  expect(makeDrafts("person").isUnsaved()).toBe(false);
});

it.each(["{", "null", "7", '{"personId":"person","drafts":7}', '{"personId":"person","drafts":[7]}'])(
  "what is no draft is dropped: %s",
  (text) => {
    sessionStorage.setItem("drafts", text);
    expect(makeDrafts("person").isUnsaved()).toBe(false);
  },
);

it("a field that the form has no more, or of another kind, is left out", () => {
  const before = makeDrafts("person");
  before.write("schedule t", { cron: 7, types: "b", paused: true, other: 1 });
  before.keep();
  expect(aForm(makeDrafts("person")).result.current.value).toEqual({ ...initial, paused: true });
});

it("a form that was saved or closed is not unsaved", () => {
  const drafts = makeDrafts("person");
  const form = aForm(drafts);
  act(() => form.result.current.change({ paused: true }));
  form.result.current.forget();
  expect(drafts.isUnsaved()).toBe(false);
  act(() => form.result.current.change({ paused: true }));
  form.unmount();
  expect(drafts.isUnsaved()).toBe(false);
});
