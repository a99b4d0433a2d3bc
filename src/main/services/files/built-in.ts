/**
 * Modules of Node that short commands don't need. An import would load them when the program starts, which takes some
 * hundredths of the processor time of `stancemark claims`; these load them when they are first asked for.
 */
export const zlib = () => process.getBuiltinModule("node:zlib");
export const v8 = () => process.getBuiltinModule("node:v8");
export const childProcess = () => process.getBuiltinModule("node:child_process");
export const net = () => process.getBuiltinModule("node:net");
export const workerThreads = () => process.getBuiltinModule("node:worker_threads");
