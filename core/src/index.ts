// The only file of core that other packages import.

export * from "./inittab/actions.ts";
export * from "./inittab/dialect.ts";
export * from "./inittab/line.ts";
export * from "./inittab/messages.ts";
export * from "./inittab/read.ts";
export * from "./inittab/scan.ts";
export * from "./inittab/versions.ts";
export * from "./text/bytes.ts";
