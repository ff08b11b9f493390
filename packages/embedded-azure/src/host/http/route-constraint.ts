export type RouteConstraint = (value: string) => boolean;

type MakeConstraint = (argument: string) => RouteConstraint;

const isNumber = (value: string) => value.trim() !== "" && Number.isFinite(Number(value));

// https://learn.microsoft.com/aspnet/core/fundamentals/routing#route-constraints
const makers: Readonly<Record<string, MakeConstraint>> = {
  int: () => (value) => /^[+-]?\d+$/.test(value) && Math.abs(Number(value)) <= 2_147_483_647,
  long: () => (value) => /^[+-]?\d+$/.test(value),
  bool: () => (value) => /^(true|false)$/i.test(value),
  guid: () => (value) => /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$|^[0-9a-f]{32}$/i.test(value),
  alpha: () => (value) => /^[a-z]*$/i.test(value),
  decimal: () => isNumber,
  double: () => isNumber,
  float: () => isNumber,
  datetime: () => (value) => !Number.isNaN(Date.parse(value)),
  minlength: (least) => (value) => value.length >= Number(least),
  maxlength: (most) => (value) => value.length <= Number(most),
  length: (range) => inRange(range, (value) => value.length),
  min: (least) => (value) => Number(value) >= Number(least),
  max: (most) => (value) => Number(value) <= Number(most),
  range: (range) => inRange(range, Number),
  regex: (pattern) => {
    const expression = new RegExp(pattern, "i");
    return (value) => expression.test(value);
  },
  required: () => (value) => value !== "",
};

/** `name` or `name(argument)`; an unknown one is an error when the app starts. */
export function parseConstraint(text: string): RouteConstraint {
  const [, name = "", argument = ""] = /^(\w+)(?:\((.*)\))?$/.exec(text) ?? [];
  const make = makers[name.toLowerCase()];
  if (!make) throw new Error(`The route constraint "${text}" is not known.`);
  return make(argument);
}

function inRange(range: string, measure: (value: string) => number): RouteConstraint {
  const [low = Number.NaN, high = low] = range.split(",").map(Number);
  return (value) => measure(value) >= low && measure(value) <= high;
}
