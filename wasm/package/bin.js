#!/usr/bin/env node
// npx planshift: the command line program for machines without it.
import { run } from "./cli/program.js";

process.exitCode = await run(process.argv.slice(2));
