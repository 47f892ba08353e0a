/** Stands for Node's modules of files and paths: in a page the stand-in keeps everything in memory and calls none. */
const none = (): never => {
  throw new Error('There are no files in a page.');
};

export {
  none as closeSync,
  none as createRequire,
  none as existsSync,
  none as fileURLToPath,
  none as fstatSync,
  none as ftruncateSync,
  none as join,
  none as mkdirSync,
  none as openSync,
  none as readFileSync,
  none as readSync,
  none as renameSync,
  none as rmSync,
  none as writeFileSync,
  none as writeSync,
};
