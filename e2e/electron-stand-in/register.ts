import { registerHooks } from "node:module";

/** For `node --import`: whoever asks for `electron` gets the stand-in. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron"
      ? { url: new URL("./electron.ts", import.meta.url).href, format: "module-typescript", shortCircuit: true }
      : next(specifier, context),
});
