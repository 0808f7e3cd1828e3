import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestedPoints } from '../../src/drill/match.js';

/** Whether an answer suggests a point with these match entries. */
const suggests = (answer: string, ...match: string[]): boolean | undefined =>
	suggestedPoints(answer, [{ text: 'A point.', lesson: 'the-rule', match }])[0];

describe('a point is suggested', () => {
	it.each([
		['by a word', 'They route it.', ['route']],
		['by the start of a word', 'The escalation rate.', ['escalat']],
		['whatever the case', 'ESCALATION', ['escalat']],
		['whatever the case of what is looked for', 'auc', ['AUC']],
		['whatever the accents', 'Le coût a baissé', ['cout', 'baisse']],
		['with accents looked for and not written', 'naive', ['naïve']],
		['with accents as marks of their own', 'nai\u0308ve', ['naïve']],
		['in ligatures and full width', 'conﬁdent ＡＵＣ', ['confiden', 'auc']],
		['by one of some alternatives', 'It is cheap.', ['small|cheap|weak']],
		['by all entries, in any order', 'small, and 80% of it', ['80%', 'small']],
		['in different sentences', 'Spend fell. Nobody saw resolution.', ['resol', 'spend']],
		['by several words', 'the route version', ['route version']],
		['by several words with others between', 'the route and its version', ['route version']],
		['by several words over a line end', 'the route\nversion', ['route version']],
		['by hyphened words', 'false easy', ['false-easy']],
		['by words that hyphens part', 'a re-run, false-easy', ['re run', 'false easy']],
		['between marks', '(**resolution**)', ['resol']],
		['with spaces around an alternative', 'small', ['big | small ']],
		['by a number', 'lost 3 points', ['3']],
		['by a number with zeros', 'lost 3.0 points', ['3']],
		['by a number with a sign and a currency', 'from −$0.0320', ['0.032']],
		['by a number without its zero', 'about .81 each', ['0.81']],
		['by a number at the end of a sentence', 'It lost 3. Then more.', ['3']],
		['by thousands with and without a comma', '10000 a week', ['10,000']],
		['by thousands with a comma', '10,000 a week', ['10000']],
		['by percent', 'to 80%', ['80%']],
		['by percent after a space', 'to 80 %', ['80%']],
		['by percent in words', 'to 80 percent, 76 per cent', ['80%', '76%']],
		['by percent in zeros', '80.0%', ['80%']],
		['by the number of percent alone', '80%', ['80']],
		['by a percent sign alone', '80 percent', ['%']],
		['by a word with a number in it', 'the P95 wait', ['p95']],
	])('%s', (_, answer, match) => {
		expect(suggests(answer, ...match)).toBe(true);
	});
});

describe('a point is not suggested', () => {
	it.each([
		['by nothing', '', ['route']],
		['by space', ' \n ', ['route']],
		['by nothing, whatever is looked for', '', []],
		['where nothing is looked for', 'route', []],
		['where an alternative has no words', 'a | b', ['|', '–']],
		['by the middle of a word', 'unresolved', ['resol']],
		['by a part of what is looked for', 'resol', ['resolution']],
		['by one entry of two', 'the small model', ['80%', 'small']],
		['by several words in another order', 'version and route', ['route version']],
		['by several words in two sentences', 'It is a route. Its version is old.', ['route version']],
		['by several words in two paragraphs', 'the route\n\nversion', ['route version']],
		['by one word twice', 'easy', ['easy easy']],
		['by a longer number', 'lost 30 points', ['3']],
		['by the end of a number', '13', ['3']],
		['by a fraction', '3.5', ['3']],
		['by a number inside a word', 'p95', ['95']],
		['by a number without its percent', '80 requests', ['80%']],
	])('%s', (_, answer, match) => {
		expect(suggests(answer, ...match)).toBe(false);
	});
});

it('answers for each point, in their order', () => {
	const points = ['cheap', 'safe', 'fast'].map((word) => ({ text: word, lesson: 'the-rule', match: [word] }));
	expect(suggestedPoints('Fast and cheap', points)).toEqual([true, false, true]);
	expect(suggestedPoints('Fast and cheap', [])).toEqual([]);
});

describe('laws', () => {
	/** Words that often meet, so that something is suggested. None ends a sentence. */
	const word = fc.oneof(
		fc.constantFrom('small', 'Smaller', 'route', 'version,', 'per', 'cent', 'percent', '80', '80%', '%', '3.0', '3'),
		fc.constantFrom('p95', 're-run', '10,000', '10', '000', '.5', 'naïve', '(easy)', '–', '$4', 'a', '|'),
		fc.stringMatching(/^[a-z0-9%,-]{1,6}$/),
	);
	const sentence = fc.array(word, { maxLength: 12 });
	const alternative = fc
		.array(
			fc.constantFrom('small', 'rout', 'version', '80%', '80', '3', '%', 'per', 'p95', 're', 'run', '10,000', 'e'),
			{
				minLength: 1,
				maxLength: 3,
			},
		)
		.map((words) => words.join(' '));
	const point = fc
		.array(
			fc.array(alternative, { minLength: 1, maxLength: 3 }).map((some) => some.join('|')),
			{ minLength: 1, maxLength: 3 },
		)
		.map((match) => ({ text: 'A point.', lesson: 'the-rule', match }));
	const points = fc.array(point, { minLength: 1, maxLength: 4 });
	const join = (sentences: readonly (readonly string[])[]): string => sentences.map((one) => one.join(' ')).join('. ');

	it('words that are added anywhere never take a suggestion away', () => {
		let kept = 0;
		const added = fc.array(fc.tuple(fc.nat(), fc.nat(), word), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(fc.array(sentence, { minLength: 1, maxLength: 3 }), points, added, (sentences, points, more) => {
				const before = suggestedPoints(join(sentences), points);
				const longer = sentences.map((one) => [...one]);
				for (const [a, b, extra] of more) {
					const one = longer[a % longer.length] ?? [];
					one.splice(b % (one.length + 1), 0, extra);
				}
				const after = suggestedPoints(join(longer), points);
				before.forEach((suggested, i) => {
					if (!suggested) return;
					kept += 1;
					expect(after[i], `${join(sentences)} → ${join(longer)}`).toBe(true);
				});
			}),
			{ numRuns: 2_000 },
		);
		// A law about nothing would hold as well.
		expect(kept).toBeGreaterThan(200);
	});

	it('sentences that are added before or behind never take one away either', () => {
		fc.assert(
			fc.property(sentence, sentence, points, (one, other, points) => {
				const before = suggestedPoints(join([one]), points);
				for (const text of [join([one, other]), join([other, one]), `${join([other])}\n\n${join([one])}`]) {
					const after = suggestedPoints(text, points);
					before.forEach((suggested, i) => {
						if (suggested) expect(after[i], text).toBe(true);
					});
				}
			}),
			{ numRuns: 1_000 },
		);
	});

	it('an alternative more never takes a suggestion away, an entry more never adds one', () => {
		fc.assert(
			fc.property(sentence, point, alternative, (one, point, more) => {
				const text = join([one]);
				const [now] = suggestedPoints(text, [point]);
				const [wider] = suggestedPoints(text, [{ ...point, match: point.match.map((entry) => `${entry}|${more}`) }]);
				const [narrower] = suggestedPoints(text, [{ ...point, match: [...point.match, more] }]);
				if (now) expect(wider).toBe(true);
				else expect(narrower).toBe(false);
			}),
			{ numRuns: 1_000 },
		);
	});

	it('case does not count, and any text at all is read', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 40 }), sentence, points, (any, one, points) => {
				expect(suggestedPoints(any, points)).toHaveLength(points.length);
				expect(suggestedPoints(join([one]).toUpperCase(), points)).toEqual(suggestedPoints(join([one]), points));
			}),
			{ numRuns: 500 },
		);
	});
});
