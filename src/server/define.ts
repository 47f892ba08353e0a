// Stands for `lc-identity-gate/define` where the code runs on a server without a DOM: there is nothing to register.
export {};
