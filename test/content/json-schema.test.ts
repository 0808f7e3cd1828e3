import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scenarioJsonSchema, scenarioJsonSchemaText } from '../../src/content/index.js';
import { KIND_RANGES } from '../../src/engine/inputs/kinds.js';
import { BASE, replaceInBase } from './base.js';
import { fits } from './json-schema-check.js';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

interface Node {
	readonly [key: string]: unknown;
	readonly description?: unknown;
}

/** Lists every property of a schema, at any depth, with its path. */
function listProperties(schema: Node, path = ''): readonly (readonly [string, Node])[] {
	const own = Object.entries((schema['properties'] ?? {}) as Record<string, Node>);
	const branches = [schema['items'], schema['additionalProperties'], ...((schema['anyOf'] ?? []) as Node[])];
	return [
		...own.flatMap(([name, node]) => [[`${path}.${name}`, node] as const, ...listProperties(node, `${path}.${name}`)]),
		...branches.flatMap((node) =>
			typeof node === 'object' && node !== null ? listProperties(node as Node, path) : [],
		),
	];
}

describe('schema/scenario.schema.json', () => {
	it('is up to date; if not, run `npm run schema`', () => {
		expect(read('schema/scenario.schema.json')).toBe(scenarioJsonSchemaText());
	});

	it('has a description for every field, where editors look for it', () => {
		const all = listProperties(scenarioJsonSchema() as Node);
		expect(all.length).toBeGreaterThan(80);
		const undescribed = all.filter(([, { description }]) => typeof description !== 'string' || description.length < 10);
		expect(undescribed.map(([path]) => path)).toEqual([]);
	});

	it('has the ranges of the model', () => {
		const { segments } = (scenarioJsonSchema() as { properties: Record<string, Node> }).properties;
		const item = JSON.stringify(segments);
		expect(item).toContain(`"minimum":${KIND_RANGES.auc.min},"maximum":${KIND_RANGES.auc.max}`);
	});
});

describe('the schema, as an editor would apply it', () => {
	const schema = JSON.parse(read('schema/scenario.schema.json'));
	const accepts = (text: string): boolean => fits(schema, parse(text));

	it.each(readdirSync(new URL('scenarios/', ROOT)))('accepts %s', (file) => {
		expect(accepts(read(`scenarios/${file}`))).toBe(true);
	});

	it('accepts unmeasured values', () => {
		expect(accepts(replaceInBase('labels: 2400', 'labels: null'))).toBe(true);
		expect(accepts(BASE)).toBe(true);
	});

	it.each([
		['an unknown field', replaceInBase('easyShare', 'easyshar')],
		['a missing field', replaceInBase('    risk: low\n', '')],
		['a percentage', replaceInBase('share: 0.75', 'share: 75')],
		['an unknown metric', replaceInBase('metric: resolution', 'metric: resolutoin')],
		['two limits', replaceInBase('    atLeast: -0.01', '    atLeast: -0.01\n    atMost: 0.1')],
		['no limit', replaceInBase('    atLeast: -0.01\n', '')],
		['an unknown choice', replaceInBase('risk: low', 'risk: lowish')],
		['a text instead of a number', replaceInBase('labels: 2400', 'labels: many')],
	])('refuses %s', (_, text) => {
		expect(accepts(text)).toBe(false);
	});
});
