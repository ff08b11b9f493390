import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// What is waited for comes when its chunk is loaded: no test depends on how fast a machine is.
configure({ asyncUtilTimeout: 60_000 });

afterEach(cleanup);
