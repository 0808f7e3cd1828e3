import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestPoints } from '../../src/drill/match.js';

/** Returns whether an answer suggests a point with these match entries. */
const suggests = (answer: string, ...match: string[]): boolean | undefined =>
	suggestPoints(answer, [{ text: 'A point.', lesson: 'the-rule', match }])[0];

describe('a point is suggested', () => {
	it.each([
		['by a word', 'They route it.', ['route']],
		['by the start of a word', 'The escalation rate.', ['escalat']],
		['in any case', 'ESCALATION', ['escalat']],
		['with an entry in any case', 'auc', ['AUC']],
		['with accents in the answer', 'Le coût a baissé', ['cout', 'baisse']],
		['with accents in the entry only', 'naive', ['naïve']],
		['with accents as combining marks', 'nai\u0308ve', ['naïve']],
		['with ligatures and full-width letters', 'conﬁdent ＡＵＣ', ['confiden', 'auc']],
		['by one of several alternatives', 'It is cheap.', ['small|cheap|weak']],
		['by all entries, in any order', 'small, and 80% of it', ['80%', 'small']],
		['in different sentences', 'Spend fell. Nobody saw resolution.', ['resol', 'spend']],
		['by several words', 'the route version', ['route version']],
		['by several words with others in between', 'the route and its version', ['route version']],
		['by several words across a line break', 'the route\nversion', ['route version']],
		['by hyphened words', 'false easy', ['false-easy']],
		['by words separated by hyphens', 'a re-run, false-easy', ['re run', 'false easy']],
		['inside punctuation', '(**resolution**)', ['resol']],
		['with spaces around an alternative', 'small', ['big | small ']],
		['by a number', 'lost 3 points', ['3']],
		['by a number with zeros', 'lost 3.0 points', ['3']],
		['by a number with a sign and a currency', 'from −$0.0320', ['0.032']],
		['by a number without its leading zero', 'about .81 each', ['0.81']],
		['by a number at the end of a sentence', 'It lost 3. Then more.', ['3']],
		['by thousands with and without a comma', '10000 a week', ['10,000']],
		['by thousands with a comma', '10,000 a week', ['10000']],
		['by percent', 'to 80%', ['80%']],
		['by percent after a space', 'to 80 %', ['80%']],
		['by percent in words', 'to 80 percent, 76 per cent', ['80%', '76%']],
		['by percent with trailing zeros', '80.0%', ['80%']],
		['by the number of a percentage', '80%', ['80']],
		['by a percent sign alone', '80 percent', ['%']],
		['by a word with a number in it', 'the P95 wait', ['p95']],
	])('%s', (_, answer, match) => {
		expect(suggests(answer, ...match)).toBe(true);
	});
});

describe('a point is not suggested', () => {
	it.each([
		['by an empty answer', '', ['route']],
		['by white space', ' \n ', ['route']],
		['by an empty answer without entries', '', []],
		['without entries', 'route', []],
		['by an alternative without words', 'a | b', ['|', '–']],
		['by the middle of a word', 'unresolved', ['resol']],
		['by only the start of an entry', 'resol', ['resolution']],
		['by one entry of two', 'the small model', ['80%', 'small']],
		['by several words in another order', 'version and route', ['route version']],
		['by several words in two sentences', 'It is a route. Its version is old.', ['route version']],
		['by several words in two paragraphs', 'the route\n\nversion', ['route version']],
		['by one word for an entry that repeats it', 'easy', ['easy easy']],
		['by a longer number', 'lost 30 points', ['3']],
		['by the end of a number', '13', ['3']],
		['by a fraction', '3.5', ['3']],
		['by a number inside a word', 'p95', ['95']],
		['by a number without its percent', '80 requests', ['80%']],
	])('%s', (_, answer, match) => {
		expect(suggests(answer, ...match)).toBe(false);
	});
});

it('suggestPoints answers for each point, in order', () => {
	const points = ['cheap', 'safe', 'fast'].map((word) => ({ text: word, lesson: 'the-rule', match: [word] }));
	expect(suggestPoints('Fast and cheap', points)).toEqual([true, false, true]);
	expect(suggestPoints('Fast and cheap', [])).toEqual([]);
});

describe('properties of suggestPoints', () => {
	/** Words that often match, so that points get suggested. None ends a sentence. */
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
			fc.array(alternative, { minLength: 1, maxLength: 3 }).map((alternatives) => alternatives.join('|')),
			{ minLength: 1, maxLength: 3 },
		)
		.map((match) => ({ text: 'A point.', lesson: 'the-rule', match }));
	const points = fc.array(point, { minLength: 1, maxLength: 4 });
	const join = (sentences: readonly (readonly string[])[]): string =>
		sentences.map((words) => words.join(' ')).join('. ');

	it('adding words anywhere never removes a suggestion', () => {
		let suggestions = 0;
		const added = fc.array(fc.tuple(fc.nat(), fc.nat(), word), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(fc.array(sentence, { minLength: 1, maxLength: 3 }), points, added, (sentences, points, additions) => {
				const before = suggestPoints(join(sentences), points);
				const longer = sentences.map((words) => [...words]);
				for (const [a, b, extra] of additions) {
					const words = longer[a % longer.length] ?? [];
					words.splice(b % (words.length + 1), 0, extra);
				}
				const after = suggestPoints(join(longer), points);
				before.forEach((suggested, i) => {
					if (!suggested) return;
					suggestions += 1;
					expect(after[i], `${join(sentences)} → ${join(longer)}`).toBe(true);
				});
			}),
			{ numRuns: 2_000 },
		);
		// Without suggestions the property would hold trivially.
		expect(suggestions).toBeGreaterThan(200);
	});

	it('adding a sentence before or after never removes a suggestion', () => {
		fc.assert(
			fc.property(sentence, sentence, points, (words, other, points) => {
				const before = suggestPoints(join([words]), points);
				for (const text of [join([words, other]), join([other, words]), `${join([other])}\n\n${join([words])}`]) {
					const after = suggestPoints(text, points);
					before.forEach((suggested, i) => {
						if (suggested) expect(after[i], text).toBe(true);
					});
				}
			}),
			{ numRuns: 1_000 },
		);
	});

	it('another alternative never removes a suggestion, and another entry never adds one', () => {
		fc.assert(
			fc.property(sentence, point, alternative, (words, point, addition) => {
				const text = join([words]);
				const [now] = suggestPoints(text, [point]);
				const [wider] = suggestPoints(text, [{ ...point, match: point.match.map((entry) => `${entry}|${addition}`) }]);
				const [narrower] = suggestPoints(text, [{ ...point, match: [...point.match, addition] }]);
				if (now) expect(wider).toBe(true);
				else expect(narrower).toBe(false);
			}),
			{ numRuns: 1_000 },
		);
	});

	it('case is ignored, and any text is accepted', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 40 }), sentence, points, (any, words, points) => {
				expect(suggestPoints(any, points)).toHaveLength(points.length);
				expect(suggestPoints(join([words]).toUpperCase(), points)).toEqual(suggestPoints(join([words]), points));
			}),
			{ numRuns: 500 },
		);
	});
});
