import { describe, expect, it } from 'vitest';
import { actionFor, BINDINGS, footerEntries, helpLines, keyNames } from '../../src/keys/index.js';
import type { Mode } from '../../src/store/index.js';

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

	it('does nothing for keys it does not know', () => {
		expect(actionFor('lab', 'Z')).toBeNull();
		expect(actionFor('asking', 'x')).toBeNull();
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

	it('puts the most useful keys first', () => {
		expect(
			footerEntries('lab')
				.slice(0, 3)
				.map(({ label }) => label),
		).toEqual(['change', 'move', 'help']);
		expect(footerEntries('typing')[0]).toEqual({ shown: 'Enter', label: 'take it' });
	});
});

describe('keyNames', () => {
	it.each([
		['', { rightArrow: true }, ['right']],
		['', { rightArrow: true, shift: true }, ['shift+right']],
		['', { tab: true, shift: true }, ['shift+tab']],
		['\r', { return: true }, ['enter']],
		['', { escape: true }, ['escape']],
		['', { backspace: true }, ['backspace']],
		['', { delete: true }, ['backspace']],
		['c', { ctrl: true }, ['ctrl+c']],
		['U', { shift: true }, ['U']],
	])('names %j %j', (input, key, names) => {
		expect(keyNames(input, key)).toEqual(names);
	});

	it('splits keys that arrive together, and drops the marks of a paste', () => {
		expect(keyNames('30%\r', {})).toEqual(['3', '0', '%', 'enter']);
		expect(keyNames('\u0001x\u0005y', {})).toEqual(['ctrl+a', 'x', 'ctrl+e', 'y']);
		expect(keyNames('[200~0.3[201~', {})).toEqual(['0', '.', '3']);
		expect(keyNames('a\u0007b', {})).toEqual(['a', 'b']);
	});
});
