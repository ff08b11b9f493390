import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { ConfirmDialog } from "../../../web/src/parts/confirm-dialog.tsx";
import { FormDialog } from "../../../web/src/parts/form-dialog.tsx";
import { SelectField } from "../../../web/src/parts/select-field.tsx";
import { TextField } from "../../../web/src/parts/text-field.tsx";
import { faults } from "./support/faults.ts";
import { show } from "./support/show.tsx";

const confirm = { title: "Cancel the run?", action: "Cancel the run", children: "What was read stays." };

it("a confirmation says what it does, acts once asked and has a way out", async () => {
  const user = userEvent.setup();
  const [onConfirm, onClose] = [vi.fn(), vi.fn()];
  show(<ConfirmDialog {...confirm} onConfirm={onConfirm} onClose={onClose} />);
  expect(screen.getByRole("dialog", { name: "Cancel the run?" })).toBeDefined();
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Cancel the run" }));
  expect(onConfirm).toHaveBeenCalledOnce();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(onClose).toHaveBeenCalledOnce();
});

it("Esc closes a confirmation and confirms nothing", async () => {
  const user = userEvent.setup();
  const [onConfirm, onClose] = [vi.fn(), vi.fn()];
  show(<ConfirmDialog {...confirm} onConfirm={onConfirm} onClose={onClose} />);
  await user.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
  expect(onConfirm).not.toHaveBeenCalled();
});

it("what cannot be taken back needs its phrase, which may be pasted", async () => {
  const user = userEvent.setup();
  const onConfirm = vi.fn();
  show(<ConfirmDialog {...confirm} phrase="RESTORE 14" onConfirm={onConfirm} onClose={vi.fn()} isDangerous />);
  const field = screen.getByRole("textbox", { name: "Type “RESTORE 14” to confirm" });
  await user.type(field, "RESTORE{Enter}");
  expect(onConfirm).not.toHaveBeenCalled();
  expect(screen.getByText("This is not the phrase above yet.")).toBeDefined();
  await user.clear(field);
  await user.paste("RESTORE 14");
  await user.keyboard("{Enter}");
  expect(onConfirm).toHaveBeenCalledOnce();
});

it("while the server is asked nothing is sent twice", async () => {
  const user = userEvent.setup();
  const onConfirm = vi.fn();
  show(<ConfirmDialog {...confirm} onConfirm={onConfirm} onClose={vi.fn()} isBusy />);
  await user.click(screen.getByRole("button", { name: "Working" }));
  expect(onConfirm).not.toHaveBeenCalled();
});

function Form({ onClose, onSubmit }: { onClose: () => void; onSubmit: () => void }) {
  const [label, setLabel] = useState("");
  const [type, setType] = useState("a");
  return (
    <FormDialog
      title="Take snapshot"
      action="Take snapshot"
      onSubmit={onSubmit}
      onClose={onClose}
      isChanged={label !== ""}
      problem={{ kind: "error", title: "The request is not valid", help: "Correct the label." }}
    >
      <TextField label="Label" value={label} onChange={setLabel} error={label === "!" ? "No signs" : undefined} />
      <SelectField
        label="Type"
        options={[
          { value: "a", text: "Apps" },
          { value: "b", text: "Bags" },
        ]}
        value={type}
        onChange={setType}
      />
    </FormDialog>
  );
}

it("a refused form keeps what was typed and says why at its top", async () => {
  const user = userEvent.setup();
  const onSubmit = vi.fn();
  show(<Form onClose={vi.fn()} onSubmit={onSubmit} />);
  await user.type(screen.getByRole("textbox", { name: "Label" }), "!");
  await user.selectOptions(screen.getByRole("combobox", { name: "Type" }), "Bags");
  expect(screen.getByText("No signs")).toBeDefined();
  expect(screen.getByText("The request is not valid")).toBeDefined();
  await user.type(screen.getByRole("textbox", { name: "Label" }), "{Enter}");
  expect(onSubmit).toHaveBeenCalledOnce();
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Label" }).value).toBe("!");
});

it("a form in which something was typed is not left without asking", async () => {
  const user = userEvent.setup();
  const onClose = vi.fn();
  show(<Form onClose={onClose} onSubmit={vi.fn()} />);
  await user.type(screen.getByRole("textbox", { name: "Label" }), "before the change");
  const leaving = new Event("beforeunload", { cancelable: true });
  dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
  await user.keyboard("{Escape}");
  expect(onClose).not.toHaveBeenCalled();
  // By its text: what happy-dom takes for hidden depends on the dialogs before; a browser is asked in tests/browser.
  await user.click(screen.getByText("Leave"));
  expect(onClose).toHaveBeenCalledOnce();
});

it("a form in which nothing was typed closes at once", async () => {
  const user = userEvent.setup();
  const onClose = vi.fn();
  show(<Form onClose={onClose} onSubmit={vi.fn()} />);
  await user.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
});
