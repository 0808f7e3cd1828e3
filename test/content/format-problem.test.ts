import { describe, expect, it } from 'vitest';
import { cellWidth, formatProblem, loadScenario, type Problem } from '../../src/content/index.js';
import { cutExcerpt } from '../../src/content/problems/excerpt.js';
import { replaceInBase } from './base.js';
import { problemsOf } from './load-helpers.js';

const firstProblem = (file: string): Problem => {
	const [problem] = problemsOf(file);
	if (!problem) throw new Error('no problem');
	return problem;
};

describe('formatProblem', () => {
	it('prints the place, the line with carets, and the help', () => {
		expect(formatProblem(firstProblem(replaceInBase('share: 0.75', 'share: 84')))).toBe(
			[
				'base.yaml:12:12: segments.faq.share is 84; expected a rate or share from 0 to 1',
				'  12 |     share: 84',
				'     |            ^^',
				'  help: Write 0.84 for 84%: rates are fractions in a file.',
			].join('\n'),
		);
	});

	it('prints no line for a problem of the whole file', () => {
		expect(formatProblem(firstProblem('x'.repeat(1_000_001))).split('\n')).toHaveLength(2);
	});

	it('shows control characters in the file name as symbols', () => {
		const loaded = loadScenario('', 'a\u001b[31m\nb.yaml');
		expect(loaded.ok ? '' : formatProblem(loaded.problems[0] as Problem)).toMatch(/^a␛\[31m␊b\.yaml:1:1: /);
	});

	it('counts characters for columns, and cells before the caret', () => {
		const problem = firstProblem(replaceInBase('    risk: low', '    risk: low\n    "漢字👩‍👧é": 1'));
		const line = formatProblem(problem).split('\n');
		expect(line[1]).toBe('  14 |     "漢字👩‍👧é": 1');
		const wide = firstProblem(replaceInBase('  small: { input: 0.5,', '  small: { # 漢字\n    input: 84%,'));
		expect(wide.line).toBe(7);
		const beside = problemsOf(replaceInBase('metric: resolution\n', 'metric: resolution\n    "漢字": 1\n'));
		expect(beside[0]?.excerpt).toEqual({ text: '    "漢字": 1', caretAt: 4, caretWidth: 6 });
		const after = problemsOf(replaceInBase('    labels: 2400', '    tokens: { "漢字": 1, fresh: 1, output: 84% }'));
		expect(after.map(({ column, excerpt }) => [column, excerpt?.caretAt, excerpt?.caretWidth])).toEqual([
			[15, 14, 6],
			[42, 43, 3],
		]);
	});
});

describe('excerpt', () => {
	const caretText = (line: string, start: number, end: number): string => {
		const { text, caretAt, caretWidth } = cutExcerpt(line, start, end);
		expect(cellWidth(text)).toBeLessThanOrEqual(100);
		expect(caretAt + caretWidth).toBeLessThanOrEqual(100);
		return text.slice(caretAt, caretAt + caretWidth);
	};

	it('shows a line that fits unchanged', () => {
		const line = 'x'.repeat(100);
		expect(cutExcerpt(line, 99, 100)).toEqual({ text: line, caretAt: 99, caretWidth: 1 });
	});

	it('shows the part of a long line around the span', () => {
		const line = `${'a'.repeat(500)}XYZ${'b'.repeat(500)}`;
		expect(caretText(line, 500, 503)).toBe('XYZ');
		expect(caretText(`XYZ${line}`, 0, 3)).toBe('XYZ');
		expect(caretText(`${line}XYZ`, 1003, 1006)).toBe('XYZ');
		expect(cutExcerpt(line, 500, 503).text).toMatch(/^…a{40}XYZb+…$/);
	});

	it('marks as much of a long span as fits', () => {
		expect(caretText('x'.repeat(1_000), 0, 1_000)).toBe('x'.repeat(99));
	});

	it('puts the caret after the end of the line if something is missing there', () => {
		expect(cutExcerpt('abc', 3, 3)).toEqual({ text: 'abc', caretAt: 3, caretWidth: 1 });
		expect(cutExcerpt('', 0, 1)).toEqual({ text: '', caretAt: 0, caretWidth: 1 });
	});

	it.each([
		['plain', 'abc', 3],
		['wide', '漢字', 4],
		['half-width katakana', 'ｱｲ', 2],
		['full-width letters', 'ＡＢ', 4],
		['emoji', '🙂', 2],
		['joined emoji', '👩‍👧', 2],
		['a flag', '🇩🇪', 2],
		['a combined letter', 'e\u0301', 1],
		['an arrow', '→', 1],
	])('counts the cells of %s', (_, text, width) => {
		expect(cellWidth(text)).toBe(width);
	});
});
