import { styleText } from 'node:util';
import type { LogLine } from './records/log-line.js';

type Colour = Parameters<typeof styleText>[0];

const colours: Record<string, Colour> = {
  approved: 'green',
  completed: 'green',
  declined: 'red',
  failed: 'red',
  expired: 'yellow',
  needs_review: 'yellow',
  Open: 'yellow',
  Approved: 'green',
  Declined: 'red',
};

/** One line for a terminal: time, what it is about, what happened; `paint` false leaves the colours out. */
export function textOf(line: LogLine, paint: boolean): string {
  const colour: Painter = (how, text) => (paint ? styleText(how, text, { validateStream: false }) : text);
  const { about, mark, text } = partsOf(line, colour);
  const time = new Date(line.at).toTimeString().slice(0, 8);
  return `${colour('dim', time)}  ${colour('cyan', short(about).padEnd(11))} ${mark} ${text}`;
}

type Painter = (how: Colour, text: string) => string;

interface LineParts {
  about: string;
  mark: string;
  text: string;
}

function partsOf(line: LogLine, colour: Painter): LineParts {
  const status = (word: string) => colour(colours[word] ?? 'bold', word);
  switch (line.kind) {
    case 'inquiry': {
      const notes = notesOn(line);
      return { about: line.id, mark: '●', text: `${status(line.status)}${notes && colour('dim', `  ${notes}`)}` };
    }
    case 'check': {
      const mark = line.passed ? colour('green', '✓') : colour('red', '✗');
      const reasons = line.reasons.length ? `: ${line.reasons.join(', ')}` : '';
      const text = `${line.type.replace('-', ' ')} ${line.passed ? 'passed' : 'failed'}${reasons}`;
      return { about: line.about, mark, text };
    }
    case 'message': {
      const way = line.channel === 'sms' ? 'text message' : 'call';
      return { about: line.to, mark: '✉', text: `${way} with the code ${colour('bold', line.code)}` };
    }
    case 'case': {
      const about = line.about === null ? '' : colour('dim', `  about ${short(line.about)}`);
      return { about: line.id, mark: '▸', text: `case ${status(line.status)}${about}` };
    }
    case 'workflow': {
      const { id, name, about, did, error } = line;
      const result = error === null ? did.join(' ') || 'Nothing to do.' : colour('red', `errored: ${error}`);
      return { about: about ?? id, mark: '⚙', text: `${name}: ${result}` };
    }
    case 'notice':
      return { about: line.about, mark: '!', text: line.message };
    case 'webhook':
      return { about: line.about, mark: '→', text: deliveryText(line, colour) };
    case 'carrier':
      return { about: line.account || line.carrier, mark: '#', text: callText(line, colour) };
    case 'fault':
      return { about: 'stand-in', mark: colour('red', '✗'), text: `${line.about} failed: ${line.message}` };
  }
}

function notesOn({ referenceId, scenario }: Extract<LogLine, { kind: 'inquiry' }>): string {
  return [referenceId && `for ${referenceId}`, scenario && `scenario ${scenario}`].filter(Boolean).join(', ');
}

const nextTry = { waiting: ', will try again', delivered: '', 'given-up': ', given up' };

function deliveryText(
  { name, status, attempt, state }: Extract<LogLine, { kind: 'webhook' }>,
  colour: Painter,
): string {
  const answer = status === null ? 'no answer' : `answered ${status}`;
  const tries = attempt > 1 ? ` at try ${attempt}` : '';
  return `${name} ${colour(state === 'delivered' ? 'green' : 'red', answer)}${tries}${nextTry[state]}`;
}

const apis = { 'lc-phone': 'LC Phone', twilio: 'Twilio' };

function callText({ carrier, what, about, status }: Extract<LogLine, { kind: 'carrier' }>, colour: Painter): string {
  const answer = status === null ? 'connection cut' : `answered ${status}`;
  const isGood = status !== null && status < 400;
  return `${[apis[carrier], what, about].filter(Boolean).join(' ')} ${colour(isGood ? 'green' : 'red', answer)}`;
}

/** Enough of an id to tell two apart. */
const short = (id: string): string => (/^([a-z]+_|AC[0-9a-f]{32}$)/.test(id) ? id.slice(0, 11) : id);
