// Writes docs/codes.md anew. Review the difference before you commit it.
import { writeFileSync } from "node:fs";
import { ask } from "../../faces/ask.mjs";
import { page } from "./codes.mjs";

writeFileSync(new URL("../../../docs/codes.md", import.meta.url), page(ask));
