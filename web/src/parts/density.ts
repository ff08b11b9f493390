import { createContext } from "react";

export type Density = "comfortable" | "compact";

/** Height of a row in pixels. */
export const rowHeights: Record<Density, number> = { comfortable: 44, compact: 32 };

/** How close rows stand; the person's choice, given by `app`. */
export const DensityContext = createContext<Density>("comfortable");
