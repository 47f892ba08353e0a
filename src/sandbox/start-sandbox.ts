import { builtApp, readPages } from './built-pages.js';
import { makeCarrierDesks } from './carriers/carrier-desks.js';
import { CarrierScenarioDesk } from './carriers/carrier-scenario-desk.js';
import { localCarriers } from './carriers/carriers-for-programs.js';
import { moveClock } from './console/control-api.js';
import { makeDesks, work } from './desks/desks.js';
import { ScenarioDesk } from './desks/scenario-desk.js';
import { Door } from './door.js';
import { lanAddress, lanApp } from './lan.js';
import { listen } from './listen.js';
import { textOf } from './log-lines.js';
import { originRule } from './pages/origins.js';
import { workflowsOf } from './records/decision-workflow.js';
import type { VerificationType } from './records/flow.js';
import type { LogLine } from './records/log-line.js';
import { standardWorkflows } from './records/standard-workflows.js';
import { TemplateError, templatesFrom } from './records/template-config.js';
import type { Workflow } from './records/workflow.js';
import type { Sandbox, SandboxOptions } from './sandbox-options.js';
import { MovableClock, systemClock } from './state/clock.js';
import { keepTemplates } from './state/keep-templates.js';
import type { SandboxState } from './state/sandbox-state.js';
import { Store } from './state/store.js';
import { waysIn } from './ways-in.js';

/**
 * Starts a local Persona: inquiry pages for the real `persona` SDK, the REST API under `/api/v1`, signed webhooks; and
 * beside it the local carriers, where numbers are bought.
 * Rejects when the port is taken, the pages are not built or the state in `dataDir` cannot be read.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const built = readPages(options.appDir ?? builtApp());
  const base = options.clock ?? systemClock;
  const store = storeFor(options, base.now());
  const clock = new MovableClock(base, store.state.clockAhead);
  const { door, server, origin, lanOrigin, lanDoor } = await openDoors(options);

  const shared = { store, clock, log: options.log ?? sayFaults };
  const desks = makeDesks(shared, {
    origin,
    linkOrigin: lanOrigin ?? origin,
    webhooks: {
      url: options.webhookUrl,
      wanted: options.webhookEvents ?? ['inquiry.*'],
      retryScale: options.webhookRetryScale ?? 1 / 50,
    },
    rules: { workflows: workflowsFor(options), decisionDelay: options.decisionDelay ?? 3000 },
    caseTemplate: options.caseTemplate,
  });
  const carriers = makeCarrierDesks(shared);
  const allows = originRule(options.allowedOrigins);
  const block = options.blockClientSideInquiryCreation ?? false;
  if (typeof block === 'string' && !store.state.templates[block])
    throw new TemplateError(`blockClientSideInquiryCreation: there is no template "${block}".`);
  const app = waysIn(desks, carriers, {
    built,
    origin,
    lanOrigin,
    allows,
    block,
    rateLimit: options.rateLimit ?? 3000,
  });
  door.openTo(app);
  lanDoor.openTo(lanApp(app, origin));
  desks.agenda.start((task) => work(desks, task));

  return {
    origin,
    host: origin.replace('http://', ''),
    lanOrigin,
    ...keysOf(store.state),
    carriers: localCarriers(carriers, origin),
    play: (scenario, target) => desks.scenarios.choose(scenario, target),
    moveClock: (ms) => moveClock(store, clock, ms),
    close: async () => {
      desks.agenda.stop();
      desks.webhooks.close();
      await server.close();
      store.close();
    },
  };
}

/** The workflows that were asked for, in whichever form; throws a TypeError for two of one id, or both forms. */
function workflowsFor({ workflows, workflow, kycWorkflow }: SandboxOptions): Workflow[] {
  if (workflows && (workflow || kycWorkflow))
    throw new TypeError('Give "workflows", or "workflow" and "kycWorkflow", which are their short form; not both.');
  const standard = (name: string) => standardWorkflows.filter(({ template }) => template === name);
  const all = workflows ?? [
    ...(workflow ? workflowsOf('plain', workflow) : standard('plain')),
    ...(kycWorkflow ? workflowsOf('kyc', kycWorkflow) : standard('kyc')),
  ];
  const ids = all.map(({ id }) => id);
  const twice = ids.find((id, place) => ids.indexOf(id) < place);
  if (twice !== undefined) throw new TypeError(`Two workflows have the id "${twice}".`);
  return all;
}

/** Without a log of its own a program hears of nothing but the stand-in's own mistakes. */
function sayFaults(line: LogLine): void {
  if (line.kind === 'fault') console.error(textOf(line, false));
}

/** The state to go on with, and in it the keys and ids that were asked for. */
function storeFor({ dataDir, seed, scenario, carrierScenario, ...wanted }: SandboxOptions, now: number): Store {
  const configs = templatesFrom(wanted.templates);
  const store = new Store(dataDir, seed);
  if (scenario !== undefined) new ScenarioDesk(store).choose(scenario);
  if (carrierScenario !== undefined) new CarrierScenarioDesk(store).choose(carrierScenario);
  const { state } = store;
  const { carriers } = state;
  state.apiKey = wanted.apiKey ?? state.apiKey;
  state.webhookSecret = wanted.webhookSecret ?? state.webhookSecret;
  keepTemplates(store, configs, now);
  state.templates.plain.id = wanted.templateId ?? state.templates.plain.id;
  state.templates.kyc.id = wanted.kycTemplateId ?? state.templates.kyc.id;
  carriers.lcToken = wanted.lcToken ?? carriers.lcToken;
  carriers.twilioAccountSid = wanted.twilioAccountSid ?? carriers.twilioAccountSid;
  carriers.twilioAuthToken = wanted.twilioAuthToken ?? carriers.twilioAuthToken;
  store.save();
  return store;
}

/** Opens the port, on this computer and for phones where asked; only then the addresses are known. */
async function openDoors({ lan, port = 0 }: SandboxOptions) {
  const address = lan === true ? lanAddress() : lan || undefined;
  const [door, lanDoor] = [new Door(), new Door()];
  const server = await listen(door.listener, port, address ? { address, listener: lanDoor.listener } : undefined);
  return {
    door,
    lanDoor,
    server,
    origin: `http://localhost:${server.port}`,
    lanOrigin: address === undefined ? null : `http://${address}:${server.port}`,
  };
}

/** What a host has to be told. */
function keysOf({ apiKey, webhookSecret, templates, verificationTemplates }: SandboxState) {
  const known = Object.entries(verificationTemplates) as [VerificationType, string][];
  return {
    apiKey,
    webhookSecret,
    templateId: templates.plain.id,
    kycTemplateId: templates.kyc.id,
    templateIds: Object.fromEntries(Object.entries(templates).map(([name, { id }]) => [name, id])),
    verificationTemplates: known.map(([type, id]) => ({ id, type })),
  };
}
