// The simulation view of the editor extension in a frame of the playground.

import "./vscode-api.ts";
import "@inittab/client/simulation/program";
