import { describe, expect, it } from 'vitest';
import { markedText, placeText } from '../load-helpers.js';
import { BAD_LESSONS } from './bad-lessons.js';
import { bareLesson, replaceInLesson } from './base.js';
import { problemsOf } from './load-helpers.js';

describe.each(BAD_LESSONS)('the lesson loader, on %s', (_, cases) => {
	it.each(cases)('refuses $what, with its place and help', ({ file, at: place, mark, message, help }) => {
		const found = problemsOf(file).find((problem) => placeText(problem) === place && message.test(problem.message));
		expect(found, JSON.stringify(problemsOf(file), null, 1)).toBeDefined();
		expect(found?.help).toMatch(help);
		expect(found && markedText(found)).toBe(mark);
	});

	it.each(cases)('reports one problem only for $what', ({ file }) => {
		expect(problemsOf(file)).toHaveLength(1);
	});

	it.each(cases.filter(({ file }) => typeof file === 'string'))(
		'reports the same for $what with CRLF line ends',
		({ file }) => {
			const problems = problemsOf(String(file).replaceAll('\n', '\r\n'));
			expect(problems).toEqual(problemsOf(file));
		},
	);
});

it('the lesson loader reports several problems at once, in the order of the file', () => {
	const file = replaceInLesson('[O0, O1]', '[O0, O77]')
		.replace('{{resolution}}', '{{saved}}')
		.replace('[segments, verdict]', '[segments, verdct]')
		.replace('scenario:desk)', 'scenario:dsk)')
		.replace('segment: refund', 'segment: refnd')
		.replace('state: mended', 'state: mend')
		.replace('faq -> small', '\u001bfaq')
		.replace('override: strong', 'override: small');
	expect(problemsOf(file).map((problem) => `${placeText(problem)} ${markedText(problem)}`)).toEqual([
		'8:15 O77',
		'12:61 {{saved}}',
		'16:18 verdct',
		'21:33 scenario:dsk',
		'27:10 refnd',
		'41:8 mend',
		'51:1 ␛',
		'64:29 small',
	]);
});

it('the lesson loader stops at a hundred problems, and says how many more there are', () => {
	const problems = problemsOf(bareLesson('[dead](end)\n\n'.repeat(130)));
	expect(problems).toHaveLength(101);
	expect(problems.at(-1)?.message).toBe('30 more problems from here on');
});
