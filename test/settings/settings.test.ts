import { describe, expect, it } from 'vitest';
import { allowedValues, parseSetting, resolveSettings, SETTING_NAMES, settingOf } from '../../src/settings/settings.js';

const PATH = '/data/settings.json';
const file = (values: Readonly<Record<string, unknown>>) => ({ path: PATH, values });

describe('resolveSettings', () => {
	it('takes the default of every setting if nothing sets it', () => {
		const { values, origins, problems } = resolveSettings({});
		expect(values).toEqual({ theme: 'auto', ascii: 'auto', 'screen-reader': 'off' });
		for (const name of SETTING_NAMES) expect(origins[name]).toEqual({ kind: 'default', name: '' });
		expect(problems).toEqual([]);
	});

	it('lets a flag win over the environment, the environment over the file, the file over the default', () => {
		const sources = [
			{ file: file({ theme: 'light' }) },
			{ env: { DISPATCH_BOARD_THEME: 'dark' } },
			{ flags: { theme: 'none' } },
		] as const;
		const found = sources.map((_, at) => resolveSettings(Object.assign({}, ...sources.slice(0, at + 1))));
		expect(found.map(({ values }) => values.theme)).toEqual(['light', 'dark', 'none']);
		expect(found.map(({ origins }) => origins.theme)).toEqual([
			{ kind: 'file', name: PATH },
			{ kind: 'environment', name: 'DISPATCH_BOARD_THEME' },
			{ kind: 'flag', name: '--theme' },
		]);
	});

	it('resolves every setting by itself', () => {
		const env = { INK_SCREEN_READER: 'true', DISPATCH_BOARD_ASCII: '1', DISPATCH_BOARD_THEME: '' };
		const { values } = resolveSettings({ flags: { ascii: 'off' }, env, file: file({ theme: 'dark' }) });
		expect(values).toEqual({ theme: 'dark', ascii: 'off', 'screen-reader': 'on' });
	});

	it('passes over a value that the setting does not take, and says so', () => {
		const { values, origins, problems } = resolveSettings({
			env: { DISPATCH_BOARD_THEME: 'drak', DISPATCH_BOARD_SCREEN_READER: 'maybe', INK_SCREEN_READER: 'true' },
			file: file({ theme: 'light', ascii: ['on'], other: 3 }),
		});
		expect(values).toEqual({ theme: 'light', ascii: 'auto', 'screen-reader': 'on' });
		expect(origins.theme.kind).toBe('file');
		expect(problems).toEqual([
			'DISPATCH_BOARD_THEME sets theme to drak. It takes auto, dark, light, high-contrast or none.',
			`${PATH} sets ascii to ["on"]. It takes auto, on or off.`,
			'DISPATCH_BOARD_SCREEN_READER sets screen-reader to maybe. It takes on or off.',
		]);
	});

	it('does not take what every object has for a setting', () => {
		expect(resolveSettings({ file: file(Object.create({ theme: 'light' })) }).values.theme).toBe('auto');
	});
});

describe('parseSetting', () => {
	it.each([
		['theme', 'High-Contrast', 'high-contrast'],
		['theme', ' dark ', 'dark'],
		['theme', 'on', null],
		['ascii', true, 'on'],
		['ascii', 1, 'on'],
		['ascii', 'No', 'off'],
		['ascii', 'auto', 'auto'],
		['screen-reader', 'auto', null],
		['screen-reader', null, null],
		['screen-reader', {}, null],
	] as const)('reads %s %j as %j', (name, given, value) => {
		expect(parseSetting(name, given)).toBe(value);
	});
});

it.each(SETTING_NAMES)('the default of %s is one of its values, which its sentence names', (name) => {
	const setting = settingOf(name);
	expect(parseSetting(name, setting.default)).toBe(setting.default);
	for (const value of setting.values) expect(allowedValues(name)).toContain(value);
});
