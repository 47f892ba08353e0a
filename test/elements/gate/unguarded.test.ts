import { fixture, html } from '@open-wc/testing-helpers/pure';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { LcIdentityGate } from '../../../src/index.js';
import { reaches } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';

afterEach(() => vi.restoreAllMocks());

let accounts = 0;

/** What the console says once somebody has pointed at a gate with this in it. */
async function said(markup: string): Promise<string[]> {
  const spoken = vi.spyOn(console, 'error').mockImplementation(() => {});
  accounts += 1;
  const gate = await fixture<LcIdentityGate>(
    html`<lc-identity-gate api="/api" account=${`loc_unguarded_${accounts}`} .fetch=${new TestHost().fetch}>
    </lc-identity-gate>`,
  );
  gate.innerHTML = markup;
  await reaches(gate, 'required');
  if (gate.firstElementChild?.checkVisibility()) await userEvent.hover(gate.firstElementChild);
  await gate.diagnose();
  return spoken.mock.calls.map(([line]) => String(line));
}

describe('a gate that somebody points at', () => {
  it.each([
    ['div', '<div onclick="return true">Buy</div>'],
    ['label', '<label><input type="checkbox" /> Register</label>'],
    ['input', '<input type="radio" aria-label="Plan" />'],
    ['select', '<select aria-label="Plan"><option>Small</option></select>'],
    ['span', '<span role="switch" tabindex="0" aria-checked="false">Register</span>'],
  ])('says once what it cannot guard: <%s>', async (name, markup) => {
    const lines = await said(markup);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`<lc-identity-gate> guards nothing: <${name}> in it holds no button`);
  });

  it.each([
    ['nothing, for a page that asks itself', ''],
    ['words only for its slots', '<a slot="privacy" href="#p">Privacy</a>'],
    [
      'a button beside other things',
      '<p>Two dollars</p><label><input type="checkbox" /> Agree</label><button>Buy</button>',
    ],
    ['a form', '<form><input aria-label="Brand" /></form>'],
    ['a link deep inside', '<div><p><a href="#go">Go</a></p></div>'],
    ['another library’s button', '<div><their-button>Buy</their-button></div>'],
  ])('says nothing when it holds %s', async (_, markup) => {
    expect(await said(markup)).toEqual([]);
  });

  it('says nothing of a component whose inside it cannot know', async () => {
    const spoken = vi.spyOn(console, 'error').mockImplementation(() => {});
    const gate = await fixture<LcIdentityGate>(
      html`<lc-identity-gate api="/api" account="loc_unguarded_shadow" .fetch=${new TestHost().fetch}>
        <section></section>
      </lc-identity-gate>`,
    );
    gate.firstElementChild!.attachShadow({ mode: 'open' }).innerHTML = '<button>Buy</button>';
    await gate.diagnose();
    expect(spoken).not.toHaveBeenCalled();
  });
});
