import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadScenario, type ScenarioDocument, writeScenario } from '../../../src/content/index.js';
import { someTokens } from '../../support/scenarios.js';

const folder = new URL('../../../scenarios/', import.meta.url);
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

function load(text: string, name = 'x.yaml'): ScenarioDocument {
	const loaded = loadScenario(text, name);
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.map(({ message }) => message)));
	return loaded.document;
}

function write(document: ScenarioDocument, previous: string | null): string {
	const result = writeScenario(document, previous, 'x.yaml');
	if (!result.ok) throw new Error(JSON.stringify(result.problems.map(({ message }) => message)));
	return result.text;
}

describe('a written scenario', () => {
	it.each(files)('$name is the same after being written to a new file', ({ text, name }) => {
		const document = load(text, name);
		expect(load(write(document, null))).toEqual({ ...document, expectations: [] });
	});

	it.each(files)('$name keeps its comments and claims if nothing or one text changes', ({ text, name }) => {
		const document = load(text, name);
		expect(load(write(document, text))).toEqual(document);
		const changed = { ...document, summary: 'Another one.' };
		const after = write(changed, text);
		for (const comment of text.matchAll(/^# .*$/gm)) expect(after).toContain(comment[0]);
		expect(load(after)).toEqual(changed);
	});

	it('is correct when written over a file in which two values share an anchor', () => {
		const toy = files.find(({ name }) => name === 'toy-request.yaml')?.text ?? '';
		const bare = toy.replace(/^expect:[\s\S]*?^guardrails:/m, 'guardrails:').replace(/^strongDetection.*\n/m, '');
		const tied = bare
			.replace('segments:', 'strongDetection: &d 0.5\nsegments:')
			.replace('detection: 0.5', 'detection: *d');
		const document = load(tied);
		expect(document.scenario.segments[0]?.detection).toBe(0.5);
		const changed = { ...document, scenario: { ...document.scenario, strongDetection: 0.4 } };
		expect(load(write(changed, tied))).toEqual(changed);
	});

	it('keeps block texts and left-out defaults of the previous file', () => {
		const { text, name } = files.find((file) => file.name === 'week-31.yaml') ?? { text: '', name: '' };
		const after = write({ ...load(text, name), summary: 'Another one.' }, text);
		expect(after).toContain('story: |\n  In week 31 the team sent **80%');
		// Segments leave out the mix that was observed.
		expect(after.match(/^ {4}routedSmall:/gm) ?? []).toEqual([]);
		expect(after).not.toContain('set: {}');
	});

	it('is refused if it would break the file’s claims', () => {
		const { text, name } = files.find((file) => file.name === 'toy-request.yaml') ?? { text: '', name: '' };
		const document = load(text, name);
		const broken = {
			...document,
			scenario: { ...document.scenario, tokens: someTokens({ fresh: 1, output: 1 }), handoffCost: 0 },
		};
		const result = writeScenario(broken, text, name);
		expect(result.ok ? '' : result.problems[0]?.message).toContain('does not hold');
	});
});
