import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { loadScenarios } from '../../build/scenarios.js';
import { applySwaps, sourceEdits } from '../../build/source-edits.js';
import { findHeavyStart, findLateModules, packageOf } from '../../build/start-up-guard.js';

describe('source edits', () => {
	it('fail if the text is missing or occurs more than once', () => {
		const edit = { file: 'x.js', swaps: [['a', '$&b']] } as const;
		expect(applySwaps('1a', edit)).toBe('1$&b');
		expect(() => applySwaps('1', edit)).toThrow('x.js: expected once, found 0 times: a');
		expect(() => applySwaps('aa', edit)).toThrow('found 2 times');
	});

	it('fail if the file is no longer bundled', async () => {
		const plugin = sourceEdits('tuning', [{ file: '/gone.js', swaps: [] }]);
		const bundle = await rolldown({
			input: 'build/boot.ts',
			platform: 'node',
			plugins: [plugin],
			logLevel: 'silent',
		});
		await expect(bundle.generate()).rejects.toThrow('tuning: nothing to edit any more: /gone.js');
	});
});

describe('the start-up guard', () => {
	const chunk = (fileName: string, moduleIds: string[], imports: string[] = [], isEntry = false) => ({
		...{ fileName, moduleIds: moduleIds.map((id) => `/x/node_modules/${id}/index.js`), imports },
		...{ dynamicImports: [], isEntry },
	});

	it('finds the package of a module', () => {
		expect(packageOf('/x/node_modules/ink/build/ink.js')).toBe('ink');
		expect(packageOf('/x/node_modules/a/node_modules/@b/c/d.js')).toBe('@b/c');
		expect(packageOf('/x/src/cli.ts')).toBeNull();
	});

	it('reports heavy packages in every chunk loaded before the first frame', () => {
		const chunks = [
			chunk('cli.js', ['commander'], ['shared.js'], true),
			chunk('shared.js', ['chalk'], ['deep.js']),
			chunk('deep.js', ['zod', 'marked']),
			chunk('lab.js', ['ink'], ['prose.js']),
			chunk('prose.js', ['marked']),
			chunk('check.js', ['yaml']),
		];
		expect(findHeavyStart(chunks)).toEqual([
			'prose.js: marked is loaded at start-up; import it with import()',
			'deep.js: zod is loaded at start-up; import it with import()',
			'deep.js: marked is loaded at start-up; import it with import()',
		]);
		expect(findHeavyStart(chunks.filter(({ fileName }) => !/deep|prose/.test(fileName)))).toEqual([]);
	});

	it('reports modules of Node loaded with import(), which cached code cannot run', () => {
		const late = { fileName: 'drill.js', code: 'const { access } = await import(`node:fs/promises`);' };
		const early = { fileName: 'lab.js', code: 'const o = require(`node:fs`), important = reimport(o);' };
		expect(findLateModules([late, early])).toEqual([expect.stringContaining('drill.js')]);
	});
});

describe('shipped scenarios', () => {
	it('fail the build with every problem of every file', () => {
		const folder = mkdtempSync(join(tmpdir(), 'dispatch-board-scenarios-'));
		try {
			writeFileSync(join(folder, 'one.yaml'), 'id: [\n');
			writeFileSync(join(folder, 'two.yaml'), '');
			const load = () => loadScenarios(folder, ['one.yaml', 'two.yaml']);
			expect(load).toThrow(/one\.yaml:\d+:\d+: [\s\S]*two\.yaml:1:1: /);
			expect(load).toThrow('help: ');
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	it('fail the build if two files have the same id, naming both', () => {
		const folder = mkdtempSync(join(tmpdir(), 'dispatch-board-scenarios-'));
		try {
			for (const name of ['a.yaml', 'week-31.yaml']) copyFileSync('scenarios/week-31.yaml', join(folder, name));
			expect(() => loadScenarios(folder, ['a.yaml', 'week-31.yaml'])).toThrow(
				`${folder}/a.yaml and ${folder}/week-31.yaml have the same id: week-31`,
			);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	it('equal their files, in catalogue order', async () => {
		const { default: scenarios } = await import('virtual:scenarios');
		const ids = scenarios.map(({ scenario }) => scenario.id);
		expect(ids[0]).toBe('week-31');
		expect(ids.indexOf('false-easy')).toBeLessThan(ids.indexOf('self-approval'));
		// They were compiled to JSON, which must not lose anything.
		expect(scenarios).toEqual(
			loadScenarios(
				'scenarios',
				[...ids].sort().map((id) => `${id}.yaml`),
			),
		);
	});
});
