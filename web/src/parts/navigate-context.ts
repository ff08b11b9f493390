import { createContext } from "react";

/** Opens an address of the portal without loading the page anew. */
export type Navigate = (href: string) => void;

/** Parts know no router: `app` gives them its way to navigate. Without one a link is a link of the browser. */
export const NavigateContext = createContext<Navigate | undefined>(undefined);
