// Compiled, never run: where the compiler knows `using`, an engine can be used so.
import { load } from "planshift";

using engine = await load("{}");
engine.answer("sweep", "{}").trim();
engine satisfies Disposable;
