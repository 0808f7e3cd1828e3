import { describe, expect, it } from 'vitest';
import { createPrompt } from '../../src/screens/prompt.js';
import type { State } from '../../src/screens/state.js';
import { type StatusText, statusArea, statusLine } from '../../src/screens/status-line.js';
import { INITIAL_SHEETS } from '../../src/screens/worksheet/state.js';
import type { Line } from '../../src/text/line.js';

const state = (changes: Partial<State> = {}): State =>
	({
		questionId: null,
		notice: null,
		prompt: null,
		typing: null,
		fileToReplace: 'a.md',
		sheets: INITIAL_SHEETS,
		...changes,
	}) as State;

const OWN: StatusText = { text: 'own words', tone: 'plain' };
const done = { tone: 'said', text: 'it was done' } as const;
const refused = { tone: 'refused', text: 'it was refused' } as const;
const prompt = createPrompt({ for: 'rename', path: '' }, 'desk');

const line = (changes: Partial<State>, own = OWN): string =>
	statusLine(state(changes), own, 60)
		.map(({ text }) => text)
		.join('');
const area = (changes: Partial<State>, own = OWN): readonly string[] =>
	statusArea(state(changes), own, 60).map((spans: Line) => spans.map(({ text }) => text).join(''));

describe('the status line', () => {
	it.each<[string, Partial<State>, string]>([
		['the screen’s own text', {}, ' own words'],
		['a notice, before the screen’s own text', { notice: done }, ' it was done'],
		[
			'the question, before both of them',
			{ questionId: 'confirm-overwrite', notice: done },
			' a.md exists. Write over it? y or n',
		],
		['the line being typed, after what it asks for', { prompt, notice: null }, ' its new name: desk▏'],
		['a notice about that line, before it', { prompt, notice: refused }, ' it was refused · name: desk▏'],
	])('shows %s', (_, changes, text) => {
		expect(line(changes)).toBe(text);
	});

	it('shows an explanation of a refusal in place of the notice', () => {
		expect(line({ notice: refused }, { ...OWN, replacesNotice: true })).toBe(' own words');
	});

	it('shortens a long text', () => {
		expect(line({}, { text: 'x'.repeat(90), tone: 'plain' })).toBe(` ${'x'.repeat(57)}…`);
	});

	it.each([
		'reset',
		'skip',
		'skip-open-guess',
		'restart',
		'restart-all',
		'sheet-delete',
		'sheet-unsaved',
		'sheet-conflict',
		'confirm-overwrite',
	] as const)('names the keys that answer the question %s', (asking) => {
		expect(statusArea(state({ questionId: asking }), OWN, 60)[0]?.[0]?.tone).toBe('unsure');
		expect(area({ questionId: asking }).join('')).toMatch(/y or n|y: .*n: /);
	});
});

describe('the status on several lines', () => {
	it.each<[string, Partial<State>, readonly string[]]>([
		['at least two lines', {}, [' own words', '']],
		['a refusal above the value being typed', { typing: '3', notice: refused }, [' it was refused', ' own words']],
		['a refusal above the line being typed', { prompt, notice: refused }, [' it was refused', ' its new name: desk▏']],
		['a notice before the line being typed', { prompt, notice: done }, [' it was done · name: desk▏', '']],
	])('shows %s', (_, changes, lines) => {
		expect(area(changes)).toEqual(lines);
	});

	it('wraps a long message to at most three lines', () => {
		expect(area({ notice: { tone: 'refused', text: 'a reason '.repeat(40) } })).toHaveLength(3);
	});
});
