import { createDOMRenderer, FluentProvider, RendererProvider, webLightTheme } from "@fluentui/react-components";
import type { ReactElement } from "react";

/** The nonce of this very answer: the policy lets no style element in without it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? "";
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

export function App(): ReactElement {
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={webLightTheme}>
        <h1>TenantPilot</h1>
      </FluentProvider>
    </RendererProvider>
  );
}
