#!/usr/bin/env node
import "../dist/inittab-language-server.js";
