import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TRIALS } from '../faults/trials.js';
import { TARGETS } from '../fuzz/targets.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const PAGE = read('docs/reliability.md');
const SCRIPTS = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);

/** Returns the cells of the first column of the table under a heading. */
const firstCells = (heading: string): readonly string[] =>
	(PAGE.split(/\n#{2,3} /).find((part) => part.startsWith(heading)) ?? '')
		.split('\n')
		.flatMap((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? []);

it('docs/reliability.md names only existing npm scripts', () => {
	const named = [...PAGE.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
	expect(named).toEqual(expect.arrayContaining(['fuzz', 'faults', 'monkey', 'test:full']));
	expect(named.filter((name) => !SCRIPTS.includes(name))).toEqual([]);
});

it('docs/reliability.md lists exactly the trials of the fault test', () => {
	expect([...firstCells('Faults')].sort()).toEqual(TRIALS.map(({ name }) => name).sort());
});

it('docs/reliability.md lists exactly the targets of the fuzzer', () => {
	expect([...firstCells('Fuzzing')].sort()).toEqual(TARGETS.map(({ name }) => name).sort());
});

it('CONTRIBUTING.md names the commands fuzz, faults and monkey', () => {
	for (const name of ['fuzz', 'faults', 'monkey']) expect(read('CONTRIBUTING.md')).toContain(`npm run ${name}`);
});
