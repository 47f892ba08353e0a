// The package by its own name: bundlers and runtimes choose the file that fits where the code will run.
declare module 'lc-identity-gate/define' {}
