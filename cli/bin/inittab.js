#!/usr/bin/env node
require("../dist/inittab.js");
