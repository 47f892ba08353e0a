import { render } from 'lit';
import { type FlowEvent, type Side, sideOf } from '../records/flow.js';
import { type FlowView, isOver } from '../records/flow-view.js';
import { Announcer } from './announcer.js';
import { takeParameters, takeTheme } from './appearance.js';
import { closeCamera, takePicture } from './camera.js';
import { openingCamera } from './camera-opening.js';
import { FlowClient, FlowRefusal } from './flow-client.js';
import { HostMessages } from './host-messages.js';
import type { PageActions } from './page-actions.js';
import type { Parameters } from './parameters.js';
import { isSelfie, previewOf } from './pictures.js';
import { returnAddress } from './return-address.js';
import { letGo, placeOf, type Screen } from './screen.js';
import { pageFrame } from './screens/page-frame.js';
import { refusalWords, type Words, wordsFor } from './words/index.js';

/** How long the page waits between looks at what another device does, in ms. */
const lookEvery = 3000;

/** The inquiry in this page: what is shown, what a person may do, and what the embedding page is told. */
export class InquiryPage implements PageActions {
  readonly parameters: Parameters;
  readonly words: Words;
  readonly locale: string;
  screen: Screen = { name: 'loading' };
  view: FlowView | undefined;
  error: string | undefined;
  pass = true;
  busy = false;
  isBack = false;

  readonly #client = new FlowClient();
  readonly #messages: HostMessages;
  readonly #announcer: Announcer;

  constructor(parameters: Parameters) {
    this.parameters = parameters;
    ({ words: this.words, locale: this.locale } = wordsFor(parameters.language));
    this.#messages = new HostMessages(parameters);
    this.#announcer = new Announcer(this.#messages);
    takeParameters(parameters, this.locale);
  }

  /** Opens the inquiry and shows where it stands. */
  async open(): Promise<void> {
    this.#messages.send('load');
    this.#messages.onExit((force) => (force ? this.leave() : this.askToLeave()));
    window.addEventListener('focus', () => void this.#look());
    setInterval(() => void this.#look(), lookEvery);
    await this.retryOpen();
  }

  async retryOpen(): Promise<void> {
    this.#show({ name: 'loading' });
    try {
      this.view = await this.#client.open(this.parameters);
    } catch (error) {
      return this.#end((error as FlowRefusal).problem);
    }
    takeTheme(this.view.theme, this.parameters);
    this.isBack = !this.view.begins && !isOver(this.view);
    if (this.#messages.reportReady(this.view)) this.#show({ name: 'step' });
  }

  advance(event: FlowEvent): Promise<void> {
    return this.#attempt(async () => {
      await this.#take(event);
      this.#show({ name: 'step' });
    });
  }

  async useCamera(): Promise<void> {
    const side = this.#side();
    const waiting: Screen = { name: 'camera', side };
    this.#show(waiting);
    const opened = await openingCamera(side, this.view?.idClass ?? null, this.#messages);
    const stream = opened.name === 'camera' ? opened.stream : undefined;
    if (this.screen !== waiting) return closeCamera(stream); // the person has left it meanwhile
    const unplugged = () => this.#show({ name: 'camera-problem', side: this.#side(), problem: 'missing' });
    stream?.getVideoTracks()[0]?.addEventListener('ended', unplugged);
    this.#show(opened);
  }

  takePhoto(video: HTMLVideoElement): Promise<void> {
    const side = this.#side();
    return this.#attempt(() =>
      isSelfie(side) ? this.#useSelfie(side, takePicture(video)) : this.#check(takePicture(video), 'photo'),
    );
  }

  chooseFile(file: File): Promise<void> {
    return this.#attempt(() => this.#check(file, 'upload'));
  }

  useSelfieFiles(files: File[]): Promise<void> {
    return this.#attempt(async () => {
      for (const file of files) if (isSelfie(this.#side())) await this.#useSelfie(this.#side(), file);
    });
  }

  usePicture(): Promise<void> {
    const { screen } = this;
    if (screen.name !== 'check') return Promise.resolve();
    return this.#attempt(async () => {
      const { side, captureMethod } = screen;
      this.#show({ name: 'checking' });
      const { idClass } = await this.#take({ type: 'confirm', pass: this.pass });
      this.#messages.reportPicture(idClass, { side, captureMethod });
      this.#show({ name: 'step' });
    });
  }

  backToStep(): void {
    this.#show({ name: 'step' });
  }

  offerOtherDevice(): Promise<void> {
    return this.#attempt(async () => {
      const link = await this.#client.link(this.parameters);
      this.#messages.send('one-time-link-sent');
      this.#show({ name: 'other-device', link, copied: false });
    });
  }

  takeBack(): Promise<void> {
    return this.#attempt(async () => {
      this.view = await this.#client.takeBack();
      this.#messages.reportHandOff(this.view);
      this.#show({ name: 'step' });
    });
  }

  finish(): void {
    const { view } = this;
    if (!view) return;
    this.#messages.reportEnd(view);
    const target = this.parameters.place === 'tab' ? returnAddress(view) : undefined;
    if (target) window.location.assign(target);
    else this.#show({ name: 'closed' });
  }

  askToLeave(): void {
    if (this.screen.name === 'problem' || this.screen.name === 'closed') this.leave();
    else document.querySelector<HTMLDialogElement>('dialog')?.showModal();
  }

  leave(): void {
    document.querySelector<HTMLDialogElement>('dialog')?.close();
    this.#messages.reportExit(this.view, this.#client.sessionToken);
    if (this.screen.name === 'camera') this.#show({ name: 'step' });
  }

  update(): void {
    render(pageFrame(this), document.body);
  }

  /** Takes a step, and says first which one is left. */
  async #take(event: FlowEvent): Promise<FlowView> {
    this.#messages.send('step-transitioning', { step: this.view?.step });
    const view = await this.#client.advance(event);
    this.isBack = false;
    this.view = view;
    return view;
  }

  #show(screen: Screen): void {
    letGo(this.screen, screen);
    this.screen = screen;
    this.error = undefined;
    this.update();
    const { name, place } = placeOf(screen, this.view);
    // Once the end is told, the embedding page has no use for what this one still says.
    this.#announcer.announce(name, place, this.view !== undefined && name !== 'closed');
  }

  /** Runs one request at a time; says what went wrong and leaves the person where it can be tried again. */
  async #attempt(run: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    const before = this.screen;
    this.error = undefined;
    this.busy = true;
    this.update();
    try {
      await run();
    } catch (error) {
      if (!(error instanceof FlowRefusal)) throw error;
      await this.#refused(error.problem, before);
    } finally {
      this.busy = false;
      this.update();
    }
  }

  async #refused(problem: FlowRefusal['problem'], before: Screen): Promise<void> {
    const words = refusalWords(this.words, problem);
    // A screen that was left has given back its camera or preview: the step begins again.
    if (words && this.screen !== before) this.#show({ name: 'step' });
    if (words) this.error = words;
    else if (problem !== 'offline' && problem.code === 'wrong_step') await this.#look(true);
    else if (problem !== 'offline') this.#end(problem);
  }

  #end(problem: FlowRefusal['problem']): void {
    this.#show({ name: 'problem', problem });
    if (problem !== 'offline') this.#messages.send('error', {}, problem);
  }

  /** Reads where the inquiry is, for steps taken on another device; `always` also for those of another tab. */
  async #look(always = false): Promise<void> {
    const waits = () => this.screen.name === 'other-device' && !this.busy;
    if (!this.view || (!always && !waits())) return;
    try {
      const view = await this.#client.read();
      if (!always && !waits()) return; // it was taken back meanwhile
      const changed = this.#messages.reportHandOff(view);
      this.view = view;
      if (always || changed || isOver(view)) this.#show(always || isOver(view) ? { name: 'step' } : this.screen);
    } catch (error) {
      const { problem } = error as FlowRefusal;
      if (problem !== 'offline') this.#end(problem);
      if (problem !== 'offline' || !always) return; // looked at again soon
      this.#show({ name: 'step' });
      this.error = this.words.offline;
    }
  }

  async #check(file: Blob, captureMethod: 'photo' | 'upload'): Promise<void> {
    const side = this.#side();
    this.#show({ name: 'sending' });
    await this.#client.addPicture(side, file, captureMethod === 'photo');
    this.#show({ name: 'check', side, captureMethod, preview: await previewOf(file) });
  }

  async #useSelfie(side: Side, picture: Blob): Promise<void> {
    await this.#client.addPicture(side, picture, this.screen.name === 'camera');
    const camera = this.screen;
    if (side === 'right') this.#show({ name: 'checking' });
    const view = await this.#take({ type: 'confirm', pass: this.pass });
    this.#messages.reportPose(side);
    const next = sideOf(view.step);
    if (next && isSelfie(next) && side !== 'right' && camera.name === 'camera') this.#show({ ...camera, side: next });
    else this.#show({ name: 'step' });
  }

  #side(): Side {
    return sideOf(this.view?.step ?? 'start') ?? 'front';
  }
}
