import type { FlowEvent } from '../records/flow.js';
import type { FlowView } from '../records/flow-view.js';
import type { Parameters } from './parameters.js';
import type { Screen } from './screen.js';
import type { Words } from './words/index.js';

/** What a screen shows of the inquiry, and what a person can do on it. */
export interface PageActions {
  readonly parameters: Parameters;
  readonly words: Words;
  readonly locale: string;
  readonly screen: Screen;
  /** Where the server says the inquiry is, once it is open. */
  readonly view: FlowView | undefined;
  /** What went wrong with the last try, said beside the thing to try again. */
  readonly error: string | undefined;
  /** A request is under way; buttons wait. */
  readonly busy: boolean;
  /** Whether the person goes on with an inquiry that was begun before, and has not taken a step yet. */
  readonly isBack: boolean;
  /** The sandbox switch. */
  pass: boolean;

  /** Opens again after a problem. */
  retryOpen(): Promise<void>;
  /** Takes a step and shows the next. */
  advance(event: FlowEvent): Promise<void>;
  /** Opens the camera for the picture the step asks for. */
  useCamera(): Promise<void>;
  /** Takes the picture the live video shows. */
  takePhoto(video: HTMLVideoElement): Promise<void>;
  /** Takes a file in place of a photo. */
  chooseFile(file: File): Promise<void>;
  /**
   * Takes files in place of the selfie camera, for computers without one: the first for the current pose, and so on.
   */
  useSelfieFiles(files: File[]): Promise<void>;
  /** Goes on with the picture that was just checked by the person. */
  usePicture(): Promise<void>;
  /** Returns to what the step asks for, without the picture or camera at hand. */
  backToStep(): void;
  /** Offers a link that goes on on another device, or in a tab of its own. */
  offerOtherDevice(): Promise<void>;
  /** Goes on here; the link and what it has begun elsewhere end. */
  takeBack(): Promise<void>;
  /** The last click: tells the embedding page the end, or leads back to the site. */
  finish(): void;
  /** Asks whether to leave; nothing to ask when there is nothing to go on with. */
  askToLeave(): void;
  /** Tells the embedding page the person has left; the inquiry stays where it is. */
  leave(): void;
  /** Draws the page again. */
  update(): void;
}
