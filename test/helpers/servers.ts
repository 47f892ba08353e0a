import type { TestProject } from 'vitest/node';
import { startSandbox } from '../../src/sandbox/index.js';

declare module 'vitest' {
  interface ProvidedContext {
    persona: { origin: string; host: string; apiKey: string; templateId: string };
  }
}

/** Starts the Persona stand-in on its own origin for the tests that run in a browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The tests' own hosts say what was decided; the stand-in must not close its last page before the person does.
  const { origin, host, apiKey, templateId, close } = await startSandbox({ decisionDelay: 60_000 });
  project.provide('persona', { origin, host, apiKey, templateId });
  return close;
}
