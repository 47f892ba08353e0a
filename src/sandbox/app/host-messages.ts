import type { Side } from '../records/flow.js';
import type { FlowView } from '../records/flow-view.js';
import type { Parameters } from './parameters.js';
import { tellSmallEvents } from './small-events.js';

/** What the SDK's dialog is sized and rounded to. */
const appearance = {
  preferredDimensions: { minimumWidth: '320px', maximumWidth: '400px', minimumHeight: '500px', maximumHeight: '650px' },
  styles: { borderRadius: '12px' },
};

interface ErrorPart {
  status: number;
  code: string;
  message?: string;
}

interface ExitRequest {
  action?: unknown;
  metadata?: { force?: unknown };
}

/** The words exchanged with the embedding page, as the `persona` SDK expects them. */
export class HostMessages {
  readonly #parameters: Parameters;
  #handedOver = false;

  constructor(parameters: Parameters) {
    this.#parameters = parameters;
    tellSmallEvents((name, metadata) => this.send(name, metadata));
  }

  /** Tells the embedding page that `name` happened. Nothing is said at top level or to an unknown origin. */
  send(name: string, metadata: Record<string, unknown> = {}, error?: ErrorPart): void {
    const { messageOrigin } = this.#parameters;
    if (!messageOrigin || window.parent === window) return;
    window.parent.postMessage({ ...this.#message(name, metadata), ...(error && { error }) }, messageOrigin);
  }

  /** Says that a picture of an ID was used. */
  reportPicture(idClass: string | null, file: { side: Side; captureMethod: 'photo' | 'upload' }): void {
    const name = file.captureMethod === 'photo' ? 'document-camera-capture' : 'document-upload';
    this.send(name, { stepData: { idClass, files: [file] } });
  }

  /** Says that a picture of the person was used. */
  reportPose(pose: Side): void {
    this.send('selfie-camera-capture', { stepData: { files: [{ pose, captureMethod: 'manual' }] } });
  }

  /** Says that the person has left, and by what they can come back. */
  reportExit(view: FlowView | undefined, sessionToken: string | undefined): void {
    this.send('exit', { ...(view && { inquiryId: view.inquiryId }), ...(sessionToken && { sessionToken }) });
  }

  /** Says the page can be shown; false when a scenario keeps it from getting there. */
  reportReady({ inquiryId, acts }: FlowView): boolean {
    this.send('inquiry-load', { inquiryId });
    if (acts.neverReady) return false;
    this.send('start', { inquiryId });
    this.send('ready', appearance);
    if (acts.forgerOrigin) this.#letForge(acts.forgerOrigin, inquiryId);
    return true;
  }

  /** Says that another device has taken the inquiry, or that it is here again; false when nothing has changed. */
  reportHandOff({ handOff }: FlowView): boolean {
    const handedOver = handOff === 'handed-over';
    if (handedOver === this.#handedOver) return false;
    this.send(handedOver ? 'one-time-link-start' : 'one-time-link-exit');
    this.#handedOver = handedOver;
    return true;
  }

  /** Says how it ended, unless a scenario has the page lie or keep silent. */
  reportEnd({ inquiryId, status, fields, acts }: FlowView): void {
    if (acts.end === 'silent') return;
    const told = acts.end === 'as-complete' ? 'completed' : status;
    const failed = told === 'failed' || told === 'declined';
    this.send(failed ? 'fail' : 'complete', { inquiryId, status: told, fields });
  }

  /** Has a page of another origin say "complete" in this one's name. */
  #letForge(origin: string, inquiryId: string): void {
    const { messageOrigin } = this.#parameters;
    if (!messageOrigin) return;
    const message = this.#message('complete', { inquiryId, status: 'completed', fields: {} });
    const query = new URLSearchParams({ target: messageOrigin, message: JSON.stringify(message) });
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.src = `${origin}/forger?${query}`;
    document.body.append(frame);
  }

  #message(name: string, metadata: Record<string, unknown>) {
    const { containerId, templateId, templateVersionId } = this.#parameters;
    return {
      containerId,
      ...(templateId && { templateId }),
      ...(templateVersionId && { templateVersionId }),
      name,
      metadata,
    };
  }

  /**
   * Calls back when the embedding page itself asks this one to leave, by force without asking; others, and frames of
   * the host's own, are not heard.
   */
  onExit(leave: (force: boolean) => void): void {
    const { parentOrigin, place } = this.#parameters;
    window.addEventListener('message', ({ source, origin, data }: MessageEvent<ExitRequest | null>) => {
      if (source !== window.parent || origin !== parentOrigin) return;
      if (data?.action === 'exit' && place === 'embedded') leave(data.metadata?.force === true);
    });
  }
}
