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
  const colour = (how: Colour, text: string) => (paint ? styleText(how, text, { validateStream: false }) : text);
  const row = (about: string, mark: string, text: string) =>
    `${colour('dim', new Date(line.at).toTimeString().slice(0, 8))}  ${colour('cyan', short(about).padEnd(11))} ${mark} ${text}`;
  const status = (word: string) => colour(colours[word] ?? 'bold', word);
  switch (line.kind) {
    case 'inquiry': {
      const notes = [line.referenceId && `for ${line.referenceId}`, line.scenario && `scenario ${line.scenario}`]
        .filter(Boolean)
        .join(', ');
      return row(line.id, '●', `${status(line.status)}${notes && colour('dim', `  ${notes}`)}`);
    }
    case 'check':
      return row(
        line.about,
        line.passed ? colour('green', '✓') : colour('red', '✗'),
        `${line.type.replace('-', ' ')} ${line.passed ? 'passed' : 'failed'}${line.reasons.length ? `: ${line.reasons.join(', ')}` : ''}`,
      );
    case 'message':
      return row(
        line.to,
        '✉',
        `${line.channel === 'sms' ? 'text message' : 'call'} with the code ${colour('bold', line.code)}`,
      );
    case 'case':
      return row(line.id, '▸', `case ${status(line.status)}${colour('dim', `  about ${short(line.about)}`)}`);
    case 'webhook': {
      const good = line.state === 'delivered';
      const answer = line.status === null ? 'no answer' : `answered ${line.status}`;
      const next = good ? '' : line.state === 'waiting' ? ', will try again' : ', given up';
      return row(
        line.about,
        '→',
        `${line.name} ${colour(good ? 'green' : 'red', answer)}${line.attempt > 1 ? ` at try ${line.attempt}` : ''}${next}`,
      );
    }
  }
}

/** Enough of an id to tell two apart. */
const short = (id: string): string => (/^[a-z]+_/.test(id) ? id.slice(0, 11) : id);
