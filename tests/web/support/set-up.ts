import { cleanup, configure } from "@testing-library/react";
import type { Window } from "happy-dom";
import { afterEach, beforeEach, vi } from "vitest";

// What is waited for comes when its chunk is loaded: no test depends on how fast a machine is.
configure({ asyncUtilTimeout: 60_000 });

// The files of a worker share modules, document and address (vitest.config.ts): each test leaves them as it found them.
const { document, sessionStorage, localStorage, happyDOM } = window as unknown as Window;
const address = window.location.href;

// A tab closes its channels: a session of an earlier test must not hear a later one.
const channels: BroadcastChannel[] = [];
const Channel = BroadcastChannel;

beforeEach(() => {
  const Remembered = class extends Channel {
    constructor(name: string) {
      super(name);
      channels.push(this);
    }
  };
  vi.stubGlobal("BroadcastChannel", Remembered);
});

afterEach(() => {
  cleanup();
  for (const channel of channels.splice(0)) channel.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  sessionStorage.clear();
  localStorage.clear();
  document.body.replaceChildren();
  document.title = "";
  document.documentElement.lang = "";
  happyDOM.setURL(address);
});
