import { describe, expect, it } from 'vitest';
import { actionFor, footerEntries, helpLines } from '../../../src/app/keys/lookup.js';
import { BINDINGS } from '../../../src/app/keys/table.js';
import { noDrill } from '../../../src/screens/drill/state.js';
import type { Mode, State } from '../../../src/screens/state.js';

const MODES: readonly Mode[] = [
	'lab',
	'rows',
	'trace',
	'typing',
	'guessing',
	'overlay',
	'list',
	'catalogue',
	'glossary',
	'finding',
	'lesson',
	'contents',
	'searching',
	'drills',
	'writing',
	'counting',
	'filling',
	'choosing',
	'ticking',
	'judged',
	'diagnosed',
	'rebuilt',
	'debrief',
	'sheets',
	'sheet',
	'wording',
	'picking',
	'prompt',
	'exporting',
	'asking',
];

describe('the key table', () => {
	it('gives no key two meanings in one mode', () => {
		const seen = new Map<string, number>();
		for (const { modes, keys } of BINDINGS)
			for (const mode of modes)
				for (const key of keys) seen.set(`${mode} ${key}`, (seen.get(`${mode} ${key}`) ?? 0) + 1);
		expect([...seen].filter(([, count]) => count > 1)).toEqual([]);
	});

	it.each(MODES)('offers a way out in %s', (mode) => {
		expect(actionFor(mode, 'ctrl+c')).toEqual({ type: 'quit' });
		expect(footerEntries(mode).length).toBeGreaterThan(0);
	});

	it('explains every key of the lab in the help or shares the line of one that is', () => {
		const silent = BINDINGS.filter(({ modes, help, shown }) => {
			const explained = BINDINGS.some((other) => other.shown === shown && other.help !== '');
			return modes.includes('lab') && help === '' && !explained;
		});
		expect(silent.flatMap(({ keys }) => keys)).toEqual(['ctrl+c']); // stands in the line of q
		expect(helpLines(['lab']).here.join('\n')).toMatch(/q, Ctrl-C: quit/);
		const lesson = helpLines(['lesson']);
		expect(lesson.here.join('\n')).toMatch(/s in a lesson: enter a solution/);
		expect(lesson.elsewhere.join('\n')).toMatch(/s: what happened here/);
	});

	it('takes characters as text while a value is typed, commands among them', () => {
		expect(actionFor('typing', 'q')).toEqual({ type: 'type', text: 'q' });
		expect(actionFor('typing', '%')).toEqual({ type: 'type', text: '%' });
		expect(actionFor('typing', 'enter')).toEqual({ type: 'enter' });
		expect(actionFor('typing', 'up')).toBeNull();
	});

	it.each(MODES)('draws the screen again in %s', (mode) => {
		expect(actionFor(mode, 'ctrl+l')).toEqual({ type: 'redraw' });
	});

	it.each(MODES)('knows no key with Alt in %s, but those that move and erase by word in a text', (mode) => {
		const known = [
			...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 []/?',
			'enter',
			'tab',
			'up',
			'down',
		]
			.map((key) => `alt+${key}`)
			.filter((key) => actionFor(mode, key) !== null);
		const written = ['writing', 'counting', 'filling', 'wording', 'prompt', 'exporting'];
		expect(known).toEqual(written.includes(mode) ? ['alt+b', 'alt+d', 'alt+f'] : []);
	});

	it('opens the lesson behind what is on screen with Ctrl-O', () => {
		for (const mode of ['lab', 'rows', 'trace', 'ticking', 'judged', 'diagnosed', 'rebuilt', 'debrief'] as const)
			expect(actionFor(mode, 'ctrl+o')).toEqual({ type: 'go', screen: 'lesson' });
	});

	it('does nothing for keys it does not know', () => {
		expect(actionFor('lab', 'Z')).toBeNull();
		expect(actionFor('asking', 'x')).toBeNull();
		for (const key of ['f1', 'shift+f3', 'insert', 'begin', 'ctrl+shift+c']) {
			expect(actionFor('lesson', key)).toBeNull();
			expect(actionFor('writing', key)).toBeNull();
		}
	});

	it.each(['lesson', 'lab', 'contents', 'sheet', 'sheets', 'drills'] as const)(
		'keeps help in the narrow footer of %s',
		(mode) => {
			let used = 1;
			const shown = footerEntries(mode).filter(({ shown: key, label }) => {
				used += key.length + label.length + 3;
				return used <= 80;
			});
			expect(shown.map(({ label }) => label)).toContain('help');
			if (mode === 'lesson') expect(shown.map(({ label }) => label)).toContain('quit');
		},
	);

	it('leaves out what does nothing now: only a run has a clock', () => {
		const drill = noDrill(0);
		const labels = (run: unknown): readonly string[] =>
			footerEntries('counting', { drill: { ...drill, run } } as State).map(({ label }) => label);
		expect(labels(null)).not.toContain('pause');
		expect(labels({})).toContain('pause');
		expect(footerEntries('counting').map(({ label }) => label)).toContain('pause');
	});

	it('puts the most useful keys first', () => {
		expect(
			footerEntries('lab')
				.slice(0, 3)
				.map(({ label }) => label),
		).toEqual(['change', 'move', 'help']);
		expect(footerEntries('typing')[0]).toEqual({ shown: 'Enter', label: 'take it' });
	});
});
