import { readdirSync, readFileSync } from 'node:fs';
import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import { beforeAll, describe, expect, it } from 'vitest';
import { topScreen as localScreen } from '../../src/app/layers.js';
import { createBoardStore } from '../../src/app/store.js';
import { UNREAD } from '../../src/course/index.js';
import { FORMATS } from '../../src/export/formats.js';
import { report } from '../../src/export/report.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { layoutPage } from '../../src/present/lesson/layout.js';
import { pageBlocks } from '../../src/present/lesson/page.js';
import { PANES, paneModel } from '../../src/present/pane/pane.js';
import { layoutPane } from '../../src/present/pane/pane-layout.js';
import { createEnv } from '../../src/session/env.js';
import { browserBuild, modulesIn, runInBrowser } from './browser-build.js';

/** What also runs in a browser. */
const ROOMS = [
	'engine',
	'chapter',
	'text',
	'content',
	'board',
	'course',
	'drill',
	'worksheet',
	'present',
	'screens',
	'export',
];
/** What stands beside them and needs nothing either: how a key becomes an action, and an action a state. */
const BESIDE = ['app/keys.ts', 'app/layers.ts', 'app/update.ts', 'session/env.ts'];

const files = [
	...ROOMS.flatMap((room) =>
		readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
			.map((name) => `${room}/${name.replaceAll('\\', '/')}`),
	),
	...BESIDE,
];

/** A value as it reaches a browser: as JSON. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the rooms from the engine up to the screens, built for a browser', () => {
	let modules: Readonly<Record<string, never>>;
	beforeAll(async () => {
		({ modules } = runInBrowser(await browserBuild(modulesIn('src', files))) as { modules: typeof modules });
	});
	const room = <M>(file: string): M => {
		const found = modules[file];
		if (!found) throw new Error(`${file} is not in the build`);
		return found;
	};
	const week31 = documents.find(({ scenario }) => scenario.id === 'week-31');
	if (!week31) throw new Error('week-31 did not ship');

	it('holds every file', () => {
		expect(files.length).toBeGreaterThan(300);
		expect(Object.keys(modules)).toEqual(files);
	});

	it('reads a scenario from its text, and computes it', () => {
		const { loadScenario } = room<typeof import('../../src/content/index.js')>('content/index.ts');
		const loaded = loadScenario(readFileSync('scenarios/week-31.yaml', 'utf8'), 'week-31.yaml');
		expect(loaded.ok && sent(loaded.document)).toEqual(sent(week31));
		const { computeLab: compute } =
			room<typeof import('../../src/present/board/lab-input.js')>('present/board/lab-input.ts');
		expect(sent(compute(sent(week31.scenario), null, null))).toEqual(sent(computeLab(week31.scenario, null, null)));
	});

	it.each(PANES)('lays the pane %s out', (id) => {
		const models = room<typeof import('../../src/present/pane/pane.js')>('present/pane/pane.ts');
		const there = room<typeof import('../../src/present/pane/pane-layout.js')>('present/pane/pane-layout.ts');
		const options = { width: 80, height: 30, focus: null };
		const input = computeLab(week31.scenario, null, null);
		expect(sent(there.layoutPane(models.paneModel(id, input), options))).toEqual(
			sent(layoutPane(paneModel(id, input), options)),
		);
	});

	it('lays a lesson out, its prose parsed while it was built', () => {
		const layout = room<typeof import('../../src/present/lesson/layout.js')>('present/lesson/layout.ts');
		const page = room<typeof import('../../src/present/lesson/page.js')>('present/lesson/page.ts');
		const [lesson] = lessons;
		const document = documents.find(({ scenario }) => scenario.id === lesson?.scenario);
		if (!lesson || !document) throw new Error('no lesson');
		const lab = computeLab(document.scenario, null, null);
		const input = { lesson, document, lab, reading: UNREAD, focus: null, typing: null };
		const there = layout.layoutPage(page.pageBlocks(sent(input)), { width: 80, focus: null });
		expect(there.lines.length).toBeGreaterThan(40);
		expect(sent(there)).toEqual(sent(layoutPage(pageBlocks(input), { width: 80, focus: null })));
	});

	it('answers keys, and draws what they change', () => {
		const there = room<typeof import('../../src/app/keys.js')>('app/keys.ts');
		const { update } = room<typeof import('../../src/app/update.js')>('app/update.ts');
		const { topScreen } = room<typeof import('../../src/app/layers.js')>('app/layers.ts');
		const env = room<typeof import('../../src/session/env.js')>('session/env.ts').createEnv(sent(documents));
		const store = createBoardStore({ env: createEnv(documents), scenario: week31.scenario, run: () => {} });
		let state = sent(store.getState());
		for (const key of ['right', 'down', 'right', 'u', ']', '?']) {
			const action = there.actionFor(key, state, env);
			if (!action) throw new Error(`${key} does nothing`);
			({ state } = update(state, action, env));
			store.dispatch(action);
			const view = localScreen(store.getState(), store.env).view(store.getState(), store.env);
			expect(sent(topScreen(state, env).view(state, env))).toEqual(sent(view));
		}
		expect(state.overlay?.kind).toBe('help');
		expect(sent(state)).toEqual(sent(store.getState()));
	});

	it.each(FORMATS)('exports a report as %s', async (format) => {
		const { report: there } = room<typeof import('../../src/export/report.js')>('export/report.ts');
		const { summary, source, scenario } = week31;
		const input = { lab: computeLab(scenario, null, null), summary, source, notes: [], edits: [], baseline: null };
		expect(await there(input, format)).toBe(await report(input, format));
	});
});

describe('a build for a browser', () => {
	it.each([
		['a module of Node', "import { readFileSync } from 'node:fs'; export const read = readFileSync;", /node:fs/],
		['a module of Node by its old name', "import fs from 'fs'; export const read = fs.readFileSync;", /fs/],
		['a module of Node that is required', "export const read = require('fs').readFileSync;", /fs/],
		['what draws', "import chalk from 'chalk'; export const red = chalk.red;", /not for a browser: chalk/],
	])('is refused with %s in it', async (_, code, why) => {
		await expect(browserBuild(code)).rejects.toThrow(why);
	});

	it.each(['process.argv', 'Buffer.alloc(1)', 'globalThis.process.argv'])('fails where it runs %s', async (code) => {
		const chunk = await browserBuild(`export const value = ${code};`);
		expect(() => runInBrowser(chunk)).toThrow(/is not defined|undefined/);
	});
});
