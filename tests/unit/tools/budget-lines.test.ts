import { expect, it } from "vitest";
import { everyday, everydayGoalSeconds, everydayLimitSeconds } from "../../../tools/tests/layers.ts";
import { toBudgetLines } from "../../../tools/tests/to-budget-lines.ts";

it("each layer is printed beside its budget, and one that is over it is told aloud", () => {
  const lines = toBudgetLines([
    { name: "unit", seconds: 29.6, budgetSeconds: 30 },
    { name: "end to end", seconds: 111, budgetSeconds: 110 },
  ]);
  expect(lines).toEqual([
    "Time by layer (on two quiet cores):",
    "  unit         30 s of  30",
    "  end to end  111 s of 110",
    "!!! OVER BUDGET: end to end took 111 s, its budget is 110 s !!!",
  ]);
});

it("the budgets of every day sum up to the goal, which leaves room below the limit", () => {
  expect(everyday.reduce((sum, { budgetSeconds }) => sum + budgetSeconds, 0)).toBe(everydayGoalSeconds);
  expect(everydayGoalSeconds).toBeLessThan(everydayLimitSeconds);
});
