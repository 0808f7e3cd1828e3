import type { DrawLine } from '../export/text.js';
import type { LoadedSettings } from '../session/settings.js';
import {
	allowedValues,
	type Origin,
	parseSetting,
	SETTING_NAMES,
	type SettingName,
	settingOf,
} from '../settings/settings.js';
import { Stop } from '../stop.js';
import type { Environment } from '../storage/index.js';
import { writeSetting } from '../storage/settings-file.js';
import { type Line, textOf } from '../text/line.js';
import { pad, width, wrap } from '../text/width.js';
import { parseChoice, parseFormat } from './format.js';

const FORMATS = ['text', 'json'] as const;

export interface SettingsOptions {
	/** null: list all settings. */
	readonly name: string | null;
	/** null: print the value. */
	readonly value: string | null;
	/** Whether to take the setting out of the file. */
	readonly reset: boolean;
	readonly format: string;
	readonly settings: LoadedSettings;
	readonly env: Environment;
	/** Draws the lines of the list; by default without colours. */
	readonly draw?: DrawLine;
}

/**
 * Lists the settings, prints one, sets one in the settings file, or takes one out of it.
 *
 * @throws Stop with 2 for a name or value that does not exist, with 1 if the file cannot be used or written
 */
export async function settingsCommand(options: SettingsOptions): Promise<string> {
	const { name: typed, value, reset, settings, draw = textOf } = options;
	const format = parseFormat(options.format, FORMATS);
	if (typed === null) {
		if (reset) throw new Stop(`--reset needs a setting: ${SETTING_NAMES.join(', ')}.`, 2);
		return format === 'json' ? settingsJson(settings) : `${settingsLines(settings).map(draw).join('\n')}\n`;
	}
	const name = parseChoice('setting', typed, SETTING_NAMES);
	if (value === null && !reset) return `${settings.values[name]}\n`;
	if (value !== null && reset) throw new Stop(`Leave out ${value}, or --reset.`, 2);
	return value === null ? resetSetting(name, options) : changeSetting(name, value, options);
}

async function changeSetting(name: SettingName, typed: string, { settings, env }: SettingsOptions): Promise<string> {
	const value = parseSetting(name, typed);
	if (value === null) throw new Stop(`The setting ${name} cannot be ${typed}. ${allowedValues(name)}`, 2);
	const written = await writeSetting(env, name, value);
	if (!written.ok) throw new Stop(written.why, 1);
	return `${name} is ${value} from now on, kept in ${written.path}.\n${overrideNote(name, settings)}`;
}

async function resetSetting(name: SettingName, { settings, env }: SettingsOptions): Promise<string> {
	const value = settingOf(name).default;
	if (settings.fileProblem === null && !Object.hasOwn(settings.kept, name))
		return `${name} was not set: it is ${value} by default.\n${overrideNote(name, settings)}`;
	const written = await writeSetting(env, name, null);
	if (!written.ok) throw new Stop(written.why, 1);
	return `${name} is taken out of ${written.path}: it is ${value} by default.\n${overrideNote(name, settings)}`;
}

/** Returns the sentence that another place wins over the file in this shell; empty if none does. */
function overrideNote(name: SettingName, { origins, values }: LoadedSettings): string {
	const { kind, name: place } = origins[name];
	if (kind !== 'environment' && kind !== 'flag') return '';
	return `Here ${place} wins: it says ${values[name]}.\n`;
}

function settingsLines(settings: LoadedSettings): readonly Line[] {
	const { values, origins, path } = settings;
	const nameWidth = Math.max(...SETTING_NAMES.map(width));
	const valueWidth = Math.max(...SETTING_NAMES.map((name) => width(values[name])));
	const margin = ' '.repeat(nameWidth + 2);
	const rows = SETTING_NAMES.flatMap((name): readonly Line[] => {
		const { description, flag, variables, values: allowed } = settingOf(name);
		const places = [...(flag === undefined ? [] : [flag]), ...variables];
		return [
			[
				{ text: pad(name, nameWidth), tone: 'title' },
				{ text: '  ' },
				{ text: pad(values[name], valueWidth), bold: true },
				{ text: `  ${originText(origins[name])}`, tone: 'dim' },
			],
			...[
				description,
				`one of ${allowed.join(', ')}`,
				...(places.length > 0 ? [`also set by ${places.join(', ')}`] : []),
			]
				.flatMap((text) => wrap(text, LIST_WIDTH - margin.length))
				.map((text): Line => [{ text: margin }, { text, tone: 'dim' }]),
		];
	});
	return [
		...rows,
		[],
		[{ text: path === null ? 'There is no folder to keep them in.' : `Kept in ${path}` }],
		[{ text: 'A flag wins over the environment, the environment over the file.' }],
		[{ text: 'Set one: ' }, { text: 'dispatch-board settings theme light', tone: 'accent' }],
		[{ text: 'Undo it: ' }, { text: 'dispatch-board settings theme --reset', tone: 'accent' }],
	];
}

const LIST_WIDTH = 78;

function originText({ kind, name }: Origin): string {
	switch (kind) {
		case 'flag':
			return `from the flag ${name}`;
		case 'environment':
			return `from the environment: ${name}`;
		case 'file':
			return 'from the settings file';
		case 'default':
			return 'by default';
	}
}

const settingsJson = ({ values, origins, path, problems }: LoadedSettings): string =>
	`${JSON.stringify(
		{
			file: path,
			settings: SETTING_NAMES.map((name) => ({
				name,
				value: values[name],
				from: origins[name].kind,
				...(origins[name].name !== '' && { place: origins[name].name }),
				values: settingOf(name).values,
				default: settingOf(name).default,
			})),
			problems,
		},
		null,
		2,
	)}\n`;
