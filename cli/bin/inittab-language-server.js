#!/usr/bin/env node
require("../dist/inittab-language-server.js");
