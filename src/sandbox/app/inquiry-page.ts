import { render } from 'lit';
import { type FlowEvent, type Side, sideOf } from '../records/flow.js';
import { type FlowView, isOver } from '../records/flow-view.js';
import { Announcer } from './announcer.js';
import { closeCamera, takePicture } from './camera.js';
import { openingCamera } from './camera-opening.js';
import { FlowClient, FlowRefusal } from './flow-client.js';
import { HostMessages } from './host-messages.js';
import type { Parameters } from './parameters.js';
import { isSelfie, previewOf } from './pictures.js';
import { returnAddress } from './return-address.js';
import type { Screen } from './screen.js';
import { pageFrame } from './screens/page-frame.js';
import { refusalWords, type Words, wordsFor } from './words/index.js';

/** How long the page waits between looks at what another device does, in ms. */
const lookEvery = 3000;

/** The inquiry in this page: what is shown, what a person may do, and what the embedding page is told. */
export class InquiryPage {
  readonly parameters: Parameters;
  readonly words: Words;
  readonly locale: string;
  screen: Screen = { name: 'loading' };
  /** Where the server says the inquiry is, once it is open. */
  view: FlowView | undefined;
  /** What went wrong with the last try, said beside the thing to try again. */
  error: string | null = null;
  /** The sandbox switch. */
  pass = true;
  /** A request is under way; buttons wait. */
  busy = false;

  readonly #client = new FlowClient();
  readonly #messages: HostMessages;
  readonly #announcer: Announcer;

  constructor(parameters: Parameters) {
    this.parameters = parameters;
    ({ words: this.words, locale: this.locale } = wordsFor(parameters.language));
    this.#messages = new HostMessages(parameters);
    this.#announcer = new Announcer(this.#messages);
    document.documentElement.lang = this.locale;
    document.documentElement.classList.toggle('dark', parameters.dark);
  }

  /** Opens the inquiry and shows where it stands. */
  async open(): Promise<void> {
    this.#messages.send('load');
    this.#messages.onExit((force) => (force ? this.leave() : this.askToLeave()));
    window.addEventListener('focus', () => void this.#look());
    setInterval(() => void this.#look(), lookEvery);
    await this.retryOpen();
  }

  /** Opens again after a problem. */
  async retryOpen(): Promise<void> {
    this.#show({ name: 'loading' });
    try {
      this.view = await this.#client.open(this.parameters);
    } catch (error) {
      const { problem } = error as FlowRefusal;
      return problem === 'offline' ? this.#show({ name: 'problem', problem }) : this.#end(problem);
    }
    if (this.#messages.reportReady(this.view)) this.#show({ name: 'step' });
  }

  /** Takes a step and shows the next. */
  advance(event: FlowEvent): Promise<void> {
    return this.#attempt(async () => {
      this.view = await this.#client.advance(event);
      this.#show({ name: 'step' });
    });
  }

  /** Opens the camera for the picture the step asks for. */
  async useCamera(): Promise<void> {
    const side = this.#side();
    const waiting: Screen = { name: 'camera', side, stream: null };
    this.#show(waiting);
    const opened = await openingCamera(side, this.view?.idClass ?? null, this.#messages);
    const stream = opened.name === 'camera' ? opened.stream : null;
    if (this.screen !== waiting) return closeCamera(stream); // the person has left it meanwhile
    stream
      ?.getVideoTracks()[0]
      ?.addEventListener('ended', () => this.#show({ name: 'camera-problem', side: this.#side(), problem: 'missing' }));
    this.#show(opened);
  }

  /** Takes the picture the live video shows. */
  takePhoto(video: HTMLVideoElement): Promise<void> {
    const side = this.#side();
    return this.#attempt(() =>
      isSelfie(side) ? this.#useSelfie(side, takePicture(video)) : this.#check(takePicture(video), 'photo'),
    );
  }

  /** Takes a file in place of a photo. */
  chooseFile(file: File): Promise<void> {
    return this.#attempt(() => this.#check(file, 'upload'));
  }

  /** Takes files in place of the selfie camera, for computers without one: the first for the current pose, and so on. */
  useSelfieFiles(files: File[]): Promise<void> {
    return this.#attempt(async () => {
      for (const file of files) if (isSelfie(this.#side())) await this.#useSelfie(this.#side(), file);
    });
  }

  /** Goes on with the picture that was just checked by the person. */
  usePicture(): Promise<void> {
    const { screen } = this;
    if (screen.name !== 'check') return Promise.resolve();
    return this.#attempt(async () => {
      const { side, captureMethod } = screen;
      this.#show({ name: 'checking' });
      this.view = await this.#client.advance({ type: 'confirm', pass: this.pass });
      this.#messages.send(captureMethod === 'photo' ? 'document-camera-capture' : 'document-upload', {
        stepData: { idClass: this.view.idClass, files: [{ side, captureMethod }] },
      });
      this.#show({ name: 'step' });
    });
  }

  /** Returns to what the step asks for, without the picture or camera at hand. */
  backToStep(): void {
    this.#show({ name: 'step' });
  }

  /** Offers a link that goes on on another device, or in a tab of its own. */
  offerOtherDevice(): Promise<void> {
    return this.#attempt(async () => {
      const link = await this.#client.link(this.parameters);
      this.#messages.send('one-time-link-sent');
      this.#show({ name: 'other-device', link, copied: false });
    });
  }

  /** Goes on here; the link and what it has begun elsewhere end. */
  takeBack(): Promise<void> {
    return this.#attempt(async () => {
      this.view = await this.#client.takeBack();
      this.#messages.reportHandOff(this.view);
      this.#show({ name: 'step' });
    });
  }

  /** The last click: tells the embedding page the end, or leads back to the site. */
  finish(): void {
    const { view } = this;
    if (!view) return;
    this.#messages.reportEnd(view);
    const target = this.parameters.place === 'tab' ? returnAddress(view) : null;
    if (target) window.location.assign(target);
    else this.#show({ name: 'closed' });
  }

  /** Asks whether to leave; nothing to ask when there is nothing to go on with. */
  askToLeave(): void {
    if (this.screen.name === 'problem' || this.screen.name === 'closed') return this.leave();
    document.querySelector<HTMLDialogElement>('dialog')?.showModal();
  }

  /** Tells the embedding page the person has left; the inquiry stays where it is. */
  leave(): void {
    document.querySelector<HTMLDialogElement>('dialog')?.close();
    this.#messages.send('exit', {
      ...(this.view && { inquiryId: this.view.inquiryId }),
      ...(this.#client.sessionToken && { sessionToken: this.#client.sessionToken }),
    });
    if (this.screen.name === 'camera') this.#show({ name: 'step' });
  }

  /** Draws the page again. */
  update(): void {
    render(pageFrame(this), document.body);
  }

  #show(screen: Screen): void {
    if (this.screen.name === 'camera' && (screen.name !== 'camera' || screen.stream !== this.screen.stream))
      closeCamera(this.screen.stream);
    if (this.screen.name === 'check' && this.screen.preview) URL.revokeObjectURL(this.screen.preview);
    this.screen = screen;
    this.error = null;
    this.update();
    const name = screen.name === 'step' ? (this.view?.step ?? 'start') : screen.name;
    const part = screen.name === 'camera' ? screen.side : screen.name === 'other-device' && this.view?.handOff;
    this.#announcer.announce(name, part ? `${name} ${part}` : name, this.view !== undefined);
  }

  /** Runs one request at a time; says what went wrong and leaves the person where it can be tried again. */
  async #attempt(run: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    const before = this.screen;
    this.error = null;
    this.busy = true;
    this.update();
    try {
      await run();
    } catch (error) {
      if (!(error instanceof FlowRefusal)) throw error;
      const { problem } = error;
      const words = refusalWords(this.words, problem);
      // A screen that was left has given back its camera or preview: the step begins again.
      if (words && this.screen !== before) this.#show({ name: 'step' });
      if (words) this.error = words;
      else if (problem !== 'offline' && problem.code === 'wrong_step') await this.#look(true);
      else if (problem !== 'offline') this.#end(problem);
    } finally {
      this.busy = false;
      this.update();
    }
  }

  #end(problem: Exclude<FlowRefusal['problem'], 'offline'>): void {
    this.#show({ name: 'problem', problem });
    this.#messages.send('error', {}, problem);
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
      if (problem !== 'offline') return this.#end(problem);
      if (!always) return; // looked at again soon
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
    this.view = await this.#client.advance({ type: 'confirm', pass: this.pass });
    this.#messages.send('selfie-camera-capture', { stepData: { files: [{ pose: side, captureMethod: 'manual' }] } });
    const next = sideOf(this.view.step);
    if (next && isSelfie(next) && side !== 'right' && camera.name === 'camera') this.#show({ ...camera, side: next });
    else this.#show({ name: 'step' });
  }

  #side(): Side {
    return sideOf(this.view?.step ?? 'start') ?? 'front';
  }
}
