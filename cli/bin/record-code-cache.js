#!/usr/bin/env node
require("../dist/record-code-cache.js");
