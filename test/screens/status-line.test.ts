import { describe, expect, it } from 'vitest';
import { prompted } from '../../src/screens/prompt.js';
import type { State } from '../../src/screens/state.js';
import { type Said, statusArea, statusLine } from '../../src/screens/status-line.js';
import { NO_SHEETS } from '../../src/screens/worksheet/state.js';
import type { Line } from '../../src/text/line.js';

const state = (changes: Partial<State> = {}): State =>
	({
		asking: null,
		notice: null,
		prompt: null,
		typing: null,
		overwriting: 'a.md',
		sheets: NO_SHEETS,
		...changes,
	}) as State;

const OWN: Said = { text: 'own words', tone: 'plain' };
const said = { tone: 'said', text: 'it was done' } as const;
const refused = { tone: 'refused', text: 'it was refused' } as const;
const prompt = prompted({ for: 'rename', path: '' }, 'desk');

const line = (changes: Partial<State>, own = OWN): string =>
	statusLine(state(changes), own, 60)
		.map(({ text }) => text)
		.join('');
const area = (changes: Partial<State>, own = OWN): readonly string[] =>
	statusArea(state(changes), own, 60).map((spans: Line) => spans.map(({ text }) => text).join(''));

describe('the line above the keys', () => {
	it.each<[string, Partial<State>, string]>([
		['the words of the screen', {}, ' own words'],
		['what was said, before them', { notice: said }, ' it was done'],
		['the question, before both', { asking: 'export-over', notice: said }, ' a.md exists. Write over it? y or n'],
		['the line that is typed, behind what it is for', { prompt, notice: null }, ' its new name: desk▏'],
		['what was said of that line, and what is typed', { prompt, notice: refused }, ' it was refused · name: desk▏'],
	])('shows %s', (_, changes, text) => {
		expect(line(changes)).toBe(text);
	});

	it('shows words that explain a refusal in its place', () => {
		expect(line({ notice: refused }, { ...OWN, beforeNotice: true })).toBe(' own words');
	});

	it('shortens what is too long', () => {
		expect(line({}, { text: 'x'.repeat(90), tone: 'plain' })).toBe(` ${'x'.repeat(57)}…`);
	});

	it.each([
		'reset',
		'skip',
		'restart',
		'restart-all',
		'sheet-delete',
		'sheet-unsaved',
		'sheet-conflict',
		'export-over',
	] as const)('says of %s which keys answer it', (asking) => {
		expect(statusArea(state({ asking }), OWN, 60)[0]?.[0]?.tone).toBe('unsure');
		expect(area({ asking }).join('')).toMatch(/y or n|y: .*n: /);
	});
});

describe('the same on several lines', () => {
	it.each<[string, Partial<State>, readonly string[]]>([
		['two lines at least', {}, [' own words', '']],
		['a refusal above what is typed', { typing: '3', notice: refused }, [' it was refused', ' own words']],
		[
			'a refusal above the line that is typed',
			{ prompt, notice: refused },
			[' it was refused', ' its new name: desk▏'],
		],
		['what was said, and what is typed', { prompt, notice: said }, [' it was done · name: desk▏', '']],
	])('shows %s', (_, changes, lines) => {
		expect(area(changes)).toEqual(lines);
	});

	it('breaks a long message into three lines at most', () => {
		expect(area({ notice: { tone: 'refused', text: 'a reason '.repeat(40) } })).toHaveLength(3);
	});
});
