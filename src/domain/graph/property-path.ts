import { z } from "zod";

/** A property path inside an object: `a.b`, `a[].b` for every item of a list, `a.**.b` for every `b` at any depth below `a`. */
export const propertyPath = z.string().regex(/^(([A-Za-z][A-Za-z0-9]*(\[\])?|\*\*)\.)*[A-Za-z][A-Za-z0-9]*(\[\])?$/);
