import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/content/index.js';
import { someTokens } from '../support/scenarios.js';
import { BASE, replaceInBase } from './base.js';
import { loadDocument } from './load-helpers.js';

describe('a valid scenario file', () => {
	it('may be BASE itself', () => {
		expect(loadDocument(BASE).scenario.segments).toHaveLength(2);
	});

	it('may leave unmeasured values out, or set them to null', () => {
		const [faq, refund] = loadDocument(replaceInBase('labels: 2400', 'labels: null')).scenario.segments;
		expect(faq?.labels).toBeNull();
		expect(refund).toMatchObject({ easyShare: null, observed: null, override: null, tokens: null });
	});

	it('may have a route mix that is only observed, or one that differs from the observed', () => {
		expect(loadDocument(BASE).scenario.segments[0]?.routedSmall).toBe(0.84);
		const both = replaceInBase('    labels: 2400', '    routedSmall: 0.2');
		expect(loadDocument(both).scenario.segments[0]?.routedSmall).toBe(0.2);
	});

	it('gets defaults', () => {
		const { scenario } = loadDocument(BASE);
		expect(scenario).toMatchObject({ attempts: { small: 1, strong: 1 }, routerCost: 0, threshold: 0, check: null });
		expect(scenario.steps).toEqual([{ name: 'answer', lane: 'routed', tokens: null, times: 1 }]);
		const steps = `${BASE}steps: [{ name: judge, lane: strong }]\nattempts: { strong: 2 }\n`;
		expect(loadDocument(steps).scenario.steps).toEqual([{ name: 'judge', lane: 'strong', tokens: null, times: 1 }]);
		expect(loadDocument(steps).scenario.attempts).toEqual({ small: 1, strong: 2 });
	});

	it('may have aliases, CRLF line ends, a byte order mark, folded text, and tabs in the story', () => {
		expect(
			loadDocument(
				replaceInBase('tokens: { fresh', 'tokens: &t { fresh').replace('    labels', '    tokens: *t\n    labels'),
			).scenario.segments[0]?.tokens,
		).toEqual(someTokens({ fresh: 2000, output: 400 }));
		expect(loadDocument(BASE.replaceAll('\n', '\r\n')).scenario.id).toBe('base');
		expect(loadDocument(`\ufeff${BASE}`).scenario.id).toBe('base');
		expect(
			loadDocument(replaceInBase('summary: Loads as it stands.', 'summary: >\n  Loads as\n  it stands.\n')).summary,
		).toBe('Loads as it stands.');
		expect(loadDocument(replaceInBase('  What happened.', '  What\thappened.\n\n  Then.')).story).toBe(
			'What\thappened.\n\nThen.',
		);
	});

	it('gives the same document as bytes and as text', () => {
		const [bytes, text] = [loadScenario(new TextEncoder().encode(BASE), 'a.yaml'), loadScenario(BASE, 'a.yaml')];
		if (!bytes.ok || !text.ok) throw new Error('the file is refused');
		expect(bytes.document).toEqual(text.document);
	});
});
