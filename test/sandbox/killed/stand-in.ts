import { startSandbox } from '../../../src/sandbox/index.js';

// A stand-in as a process of its own, for a test to kill; says where it is.
const [, , dataDir = '', appDir = ''] = process.argv;
const { origin, apiKey, templateId, verificationTemplates } = await startSandbox({
  dataDir,
  appDir,
  decisionDelay: 0,
  rateLimit: 1e6,
});
process.stdout.write(`${JSON.stringify({ origin, apiKey, templateId, verificationTemplates })}\n`);
