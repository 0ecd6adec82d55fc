#!/usr/bin/env node
require("../dist/code-cache.js").useCodeCache();
require("../dist/inittab.js");
