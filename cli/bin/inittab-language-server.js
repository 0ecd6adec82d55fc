#!/usr/bin/env node
require("../dist/code-cache.js").useCodeCache();
require("../dist/inittab-language-server.js");
