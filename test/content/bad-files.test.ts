import { describe, expect, it } from 'vitest';
import { BETWEEN } from './bad/between-fields.js';
import { CLAIMS } from './bad/claims.js';
import { FIELDS } from './bad/fields.js';
import { FILES } from './bad/files.js';
import { INVISIBLE, SPACES } from './bad/invisible.js';
import { NUMBERS } from './bad/numbers.js';
import { UNSAFE } from './bad/unsafe-text.js';
import { YAML } from './bad/yaml.js';
import { replaceInBase } from './base.js';
import { markedText, placeText, problemsOf } from './load-helpers.js';

/** Cases that cannot be broken without a second problem. */
const WITH_SECOND_PROBLEM = new Set(['a list instead of a group', 'a text instead of a list']);

describe.each([
	['numbers', NUMBERS],
	['fields', FIELDS],
	['between fields', BETWEEN],
	['claims', CLAIMS],
	['YAML', YAML],
	['unsafe text', UNSAFE],
	['invisible text', INVISIBLE],
	['missing spaces', SPACES],
	['files', FILES],
])('the scenario loader, on %s', (_, cases) => {
	it.each(cases)('refuses $what, with its place and help', ({ file, at: place, mark, message, help }) => {
		const found = problemsOf(file).find((problem) => placeText(problem) === place && message.test(problem.message));
		expect(found, JSON.stringify(problemsOf(file), null, 1)).toBeDefined();
		expect(found?.help).toMatch(help);
		expect(found && markedText(found)).toBe(mark);
	});

	it.each(cases.filter(({ what }) => !WITH_SECOND_PROBLEM.has(what)))(
		'reports one problem only for $what',
		({ file }) => {
			expect(problemsOf(file)).toHaveLength(1);
		},
	);
});

it('the scenario loader reports several problems at once, in the order of the file, and loads nothing', () => {
	const file = replaceInBase('share: 0.75', 'share: 0.7')
		.replace('risk: low', 'risk: hihg')
		.replace('easyShare', 'easyshar')
		.replace('routedSmall: 0.5', 'routedSmall: 50%')
		.replace('name: FAQ answer', 'name: "FAQ\\e[1m"')
		.replace('p95: 1600', 'p95: 600')
		.replace('[FAQ, 84%]', '[FAQ]');
	expect(problemsOf(file).map((problem) => `${placeText(problem)} ${markedText(problem)}`)).toEqual([
		'11:11 "FAQ\\e[1m"',
		'12:12 0.7',
		'13:11 hihg',
		'14:5 easyshar',
		'23:18 50%',
		'27:27 600',
		'51:7 [FAQ]',
	]);
});

it('the scenario loader does not report problems caused by the stand-in for a refused value', () => {
	expect(problemsOf(replaceInBase('share: 0.75', 'share: 75')).map(placeText)).toEqual(['12:12']);
	expect(problemsOf(replaceInBase('smallSuccess: 0.96', 'smallSuccess: 96')).map(placeText)).toEqual(['17:50']);
	expect(
		problemsOf(replaceInBase('id: refund', 'id: re fund').replace('relativeTo: baseline', 'segment: refund')).map(
			placeText,
		),
	).toEqual(['19:9']);
});

it('the scenario loader reports separate syntax errors, and drops those that follow from another', () => {
	const file = replaceInBase('    risk: low', '\trisk: low').replace('title: A base', 'title: A: base');
	expect(problemsOf(file).map(({ line }) => line)).toEqual([2, 13]);
});

it('the scenario loader stops at a hundred problems, and says how many more there are', () => {
	const rows = Array.from({ length: 130 }, (_, i) => `  - { id: r${i}, name: Row, routedSmall: 2 }`).join('\n');
	const problems = problemsOf(replaceInBase('rows:\n  - id', `rows:\n${rows}\n  - id`));
	expect(problems).toHaveLength(101);
	expect(problems.at(-1)?.message).toBe('30 more problems from here on');
});

it.each(['{ length: {} }', '{ length: [1] }', '{ length: { length: {} } }', '{ length: 5 }', '{ length: null }'])(
	'the scenario loader refuses a group instead of a list, even one with the field “length”: %s',
	(group) => {
		const [problem] = problemsOf(`id: mine\nsegments: ${group}\n`).filter(({ line }) => line === 2);
		expect(problem?.message).toMatch(/list/);
	},
);
