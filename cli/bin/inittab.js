#!/usr/bin/env node
import "../dist/inittab.js";
