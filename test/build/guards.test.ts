import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { loadScenarios } from '../../build/scenarios.js';
import { applySwaps, sourceEdits } from '../../build/source-edits.js';
import { heavyStart, lateModules, packageOf } from '../../build/start-up-guard.js';

describe('source edits', () => {
	it('fail when the text is gone, or there more than once', () => {
		const edit = { file: 'x.js', swaps: [['a', '$&b']] } as const;
		expect(applySwaps('1a', edit)).toBe('1$&b');
		expect(() => applySwaps('1', edit)).toThrow('x.js: expected once, found 0 times: a');
		expect(() => applySwaps('aa', edit)).toThrow('found 2 times');
	});

	it('fail when the file is no longer part of the program', async () => {
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

describe('the way to the first frame', () => {
	const chunk = (fileName: string, moduleIds: string[], imports: string[] = [], isEntry = false) => ({
		...{ fileName, moduleIds: moduleIds.map((id) => `/x/node_modules/${id}/index.js`), imports },
		...{ dynamicImports: [], isEntry },
	});

	it('knows packages by their modules', () => {
		expect(packageOf('/x/node_modules/ink/build/ink.js')).toBe('ink');
		expect(packageOf('/x/node_modules/a/node_modules/@b/c/d.js')).toBe('@b/c');
		expect(packageOf('/x/src/cli.ts')).toBeNull();
	});

	it('is free of heavy packages, through every chunk that comes along', () => {
		const chunks = [
			chunk('cli.js', ['commander'], ['shared.js'], true),
			chunk('shared.js', ['chalk'], ['deep.js']),
			chunk('deep.js', ['zod', 'marked']),
			chunk('lab.js', ['ink'], ['prose.js']),
			chunk('prose.js', ['marked']),
			chunk('check.js', ['yaml']),
		];
		expect(heavyStart(chunks)).toEqual([
			'prose.js: marked is loaded at start-up; import it with import()',
			'deep.js: zod is loaded at start-up; import it with import()',
			'deep.js: marked is loaded at start-up; import it with import()',
		]);
		expect(heavyStart(chunks.filter(({ fileName }) => !/deep|prose/.test(fileName)))).toEqual([]);
	});

	it('loads no module of Node with import(), which code from the cache cannot', () => {
		const late = { fileName: 'drill.js', code: 'const { access } = await import(`node:fs/promises`);' };
		const early = { fileName: 'lab.js', code: 'const o = require(`node:fs`), important = reimport(o);' };
		expect(lateModules([late, early])).toEqual([expect.stringContaining('drill.js')]);
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

	it('fail the build with both files of one id, and blame neither', () => {
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

	it('are what the files say, in the order of the chapter', async () => {
		const { default: scenarios } = await import('virtual:scenarios');
		const ids = scenarios.map(({ scenario }) => scenario.id);
		expect(ids[0]).toBe('week-31');
		expect(ids.indexOf('false-easy')).toBeLessThan(ids.indexOf('self-approval'));
		// Compiled to JSON on the way: nothing may be lost.
		expect(scenarios).toEqual(
			loadScenarios(
				'scenarios',
				[...ids].sort().map((id) => `${id}.yaml`),
			),
		);
	});
});
