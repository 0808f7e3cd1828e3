import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatProblem, loadScenario, type Problem } from '../../src/content/index.js';
import { replaceInBase } from './base.js';
import { markedText, placeText } from './load-helpers.js';

function warnings(text: string, name = 'base.yaml'): readonly Problem[] {
	const loaded = loadScenario(text, name);
	if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
	return loaded.warnings();
}

/** Replaces one text in BASE, and adds the figures that its guardrails need. */
const withOutcomes = (from: string, to: string): string =>
	replaceInBase(from, to).replace(
		'    routedSmall: 0.5\n',
		'    routedSmall: 0.5\n    easyShare: 0.7\n    routerAuc: 0.8\n    strongOnEasy: 0.9\n    strongOnHard: 0.6\n    detection: 0.5\n',
	);
const LIMIT = '  - metric: resolution\n    atLeast: -0.01\n    relativeTo: baseline';

const folder = new URL('../../scenarios/', import.meta.url);
it.each(readdirSync(folder))('the shipped %s has no warnings', (name) => {
	expect(warnings(readFileSync(new URL(name, folder), 'utf8'), name).map(formatProblem)).toEqual([]);
});

describe('a warning', () => {
	it.each<[what: string, file: string, place: string, mark: string, message: RegExp, help: RegExp]>([
		[
			'a latency in seconds',
			replaceInBase('{ p50: 700, p95: 1600 }', '{ p50: 0.7, p95: 1.6 }'),
			'27:17',
			'0.7',
			/^latency\.small\.p50 is 0\.7 ms, which looks like seconds$/,
			/write 700 if 0\.7 s is meant/,
		],
		[
			'a latency in seconds that a week sets',
			replaceInBase('set: { segments.faq.routedSmall: 0.9 }', 'set: { latency.strong.p50: 2 }'),
			'44:32',
			'2',
			/is 2 ms/,
			/write 2000 if/,
		],
		[
			'a limit on latency in seconds',
			replaceInBase(LIMIT, '  - metric: latencyP95\n    atMost: 5'),
			'31:13',
			'5',
			/^guardrails\.latencyP95\.atMost is 5 ms/,
			/write 5000 if 5 s is meant/,
		],
		[
			'a router’s delay in seconds',
			`${replaceInBase('What happened.', 'What happened.')}routerLatency: 0.04\n`,
			'52:16',
			'0.04',
			/^routerLatency is 0\.04 ms/,
			/write 40 if/,
		],
		[
			'weeks out of order',
			replaceInBase('week: 31', 'week: 29'),
			'42:11',
			'29',
			/^week 29 stands after week 30$/,
			/Each week changes what stands above it/,
		],
		[
			'an artifact cell that differs from the observed value',
			replaceInBase('[FAQ, 84%]', '[FAQ answer, 48%]'),
			'51:20',
			'48%',
			/^the artifact shows 48% under small for FAQ answer, and observed\.routedSmall is 84%$/,
			/at the source/,
		],
		[
			'a week that sets one field of a check that is off',
			replaceInBase('set: { segments.faq.routedSmall: 0.9 }', 'set: { check.catches: 0.9 }'),
			'44:12',
			'check.catches',
			/turns a check on that was off, and its falseAlarms and cost are not measured$/,
			/^Set check\.falseAlarms and check\.cost too, or write check: on above it/,
		],
		[
			'a week that sets one field of a segment’s check that is off',
			replaceInBase('set: { segments.faq.routedSmall: 0.9 }', 'set: { segments.faq.check.cost: 0.001 }'),
			'44:12',
			'segments.faq.check.cost',
			/its catches and falseAlarms are not measured$/,
			/write segments\.faq\.check: on above it/,
		],
		[
			'a limit that no mix holds',
			withOutcomes(LIMIT, '  - metric: resolution\n    atLeast: 0.99'),
			'36:14',
			'0.99',
			/^no mix holds this limit: resolution is 9\d\.\d+% at best, and the limit is 99%$/,
			/change the limit, or look to a check/,
		],
		[
			// All strong: 0.75·(0.92·0.99 + 0.08·0.84) + 0.25·(0.7·0.9 + 0.3·0.6); a mix with refunds on the small model
			// reaches more.
			'a limit on an outcome that the baseline breaches',
			withOutcomes(LIMIT, '  - metric: resolution\n    atLeast: 0.94'),
			'36:14',
			'0.94',
			/^the baseline breaches this limit itself: its resolution is 93\.6%, and the limit is 94%$/,
			/relativeTo: baseline/,
		],
		[
			'a price per token',
			replaceInBase('cachedInput: 0.25', 'cachedInput: 2e-8'),
			'6:37',
			'2e-8',
			/^prices\.small\.cachedInput is \$0\.00000002 per 1,000,000 tokens, less than any model is sold for$/,
			/the price per token, write 0\.02/,
		],
		[
			'a limit on the good side',
			withOutcomes(LIMIT, '  - metric: silent\n    atLeast: -0.02\n    relativeTo: baseline'),
			'36:14',
			'-0.02',
			/^atLeast limits how low silent may be, and that is its good side$/,
			/atMost is meant/,
		],
		[
			'an offset with the wrong sign',
			withOutcomes('atLeast: -0.01', 'atLeast: 0.01'),
			'36:14',
			'0.01',
			/no mix holds|the baseline breaches/,
			/./,
		],
	])('reports %s, with its place and help', (_, file, place, mark, message, help) => {
		const [warning, ...more] = warnings(file);
		expect(more).toEqual([]);
		expect(warning?.message).toMatch(message);
		expect(warning?.help).toMatch(help);
		expect(warning && [placeText(warning), markedText(warning)]).toEqual([place, mark]);
		expect(warning && formatProblem(warning)).toMatch(/^base\.yaml:\d+:\d+: warning: /);
	});

	it.each([
		['latencies of a fast model', replaceInBase('{ p50: 700, p95: 1600 }', '{ p50: 25, p95: 60 }')],
		['a router that takes 3 ms', `${replaceInBase('What happened.', 'What happened.')}routerLatency: 3\n`],
		[
			'an artifact cell that is the rounded observed value',
			replaceInBase('routedSmall: 0.84, smallSuccess', 'routedSmall: 0.8437, smallSuccess'),
		],
		[
			'an artifact cell of another figure',
			replaceInBase('[segment, small]', '[segment, volume]').replace('84%', '12%'),
		],
		[
			'a week that switches a check on first',
			replaceInBase('set: { segments.faq.routedSmall: 0.9 }', 'set: { check: on, check.catches: 0.8 }'),
		],
		['a limit on spend that the baseline breaches', withOutcomes(LIMIT, '  - metric: cost\n    atMost: 0.03')],
		['a limit on an unmeasured metric', replaceInBase(LIMIT, '  - metric: resolution\n    atLeast: 0.999')],
	])('is not given for %s', (_, file) => {
		expect(warnings(file).map(formatProblem)).toEqual([]);
	});
});
