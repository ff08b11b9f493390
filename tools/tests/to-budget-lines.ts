import type { Layer } from "./layers.ts";

export type LayerTime = Pick<Layer, "name" | "budgetSeconds"> & { readonly seconds: number };

/** What each layer took beside its budget, and a loud line for each that took more. Nothing fails by it: a machine may be busy. */
export function toBudgetLines(measured: readonly LayerTime[]): string[] {
  const width = Math.max(...measured.map(({ name }) => name.length));
  const lines = measured.map(
    ({ name, seconds, budgetSeconds }) =>
      `  ${name.padEnd(width)} ${seconds.toFixed(0).padStart(4)} s of ${String(budgetSeconds).padStart(3)}`,
  );
  const over = measured.filter(({ seconds, budgetSeconds }) => seconds > budgetSeconds);
  return [
    "Time by layer (on two quiet cores):",
    ...lines,
    ...over.map(
      ({ name, seconds, budgetSeconds }) =>
        `!!! OVER BUDGET: ${name} took ${seconds.toFixed(0)} s, its budget is ${budgetSeconds} s !!!`,
    ),
  ];
}
