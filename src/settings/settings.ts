/** A setting: the values that it takes, and the places besides the settings file that set it. */
interface Setting {
	readonly values: readonly [string, string, ...string[]];
	readonly default: string;
	/** The option as its user types it; a switch if the setting can be on and off. Missing: there is none. */
	readonly flag?: string;
	/** Environment variables; the first that is set counts. */
	readonly variables: readonly string[];
	readonly description: string;
}

/** All settings. A new one is a row here: options, resolution and the command `settings` follow. */
export const SETTINGS = {
	theme: {
		values: ['auto', 'dark', 'light', 'high-contrast', 'none'],
		default: 'auto',
		flag: '--theme',
		variables: ['DISPATCH_BOARD_THEME'],
		description: 'colours; auto asks the terminal for its background',
	},
	ascii: {
		values: ['auto', 'on', 'off'],
		default: 'auto',
		flag: '--ascii',
		variables: ['DISPATCH_BOARD_ASCII'],
		description: 'draw with ASCII characters alone; auto follows the locale',
	},
	'screen-reader': {
		values: ['on', 'off'],
		default: 'off',
		flag: '--screen-reader',
		variables: ['DISPATCH_BOARD_SCREEN_READER', 'INK_SCREEN_READER'],
		description: 'a conversation in sentences instead of a screen',
	},
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;
export type Settings = { readonly [N in SettingName]: (typeof SETTINGS)[N]['values'][number] };
export type Theme = Settings['theme'];

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** Returns a setting without the types of its values. */
export const settingOf = (name: SettingName): Setting => SETTINGS[name];

/** Whether the option of a setting is a switch, `--ascii` and `--no-ascii`, instead of taking a value. */
export const isSwitch = ({ values }: Setting): boolean => values.includes('on') && values.includes('off');

/** Where a value comes from: `name` is the option, the variable or the file; empty for a default. */
export interface Origin {
	readonly kind: 'flag' | 'environment' | 'file' | 'default';
	readonly name: string;
}

export interface ResolvedSettings {
	readonly values: Settings;
	readonly origins: Readonly<Record<SettingName, Origin>>;
	/** Values that a setting does not take, in sentences; the next place counted instead. */
	readonly problems: readonly string[];
}

/** The places that set a value. */
export interface SettingSources {
	/** Values of the options that were given. */
	readonly flags?: Partial<Settings>;
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** What the settings file contains, unchecked, and its path. */
	readonly file?: { readonly path: string; readonly values: Readonly<Record<string, unknown>> } | null;
}

/** Resolves every setting: options win over the environment, the environment over the file, the file over defaults. */
export function resolveSettings({ flags = {}, env = {}, file = null }: SettingSources): ResolvedSettings {
	const values: Record<string, string> = {};
	const origins: Record<string, Origin> = {};
	const problems: string[] = [];
	for (const name of SETTING_NAMES) {
		const setting = settingOf(name);
		const { variables, default: fallback } = setting;
		const fromEnv = variables.flatMap((variable) => {
			const given = env[variable];
			return given ? [{ given, origin: { kind: 'environment' as const, name: variable } }] : [];
		});
		const candidates: readonly { readonly given: unknown; readonly origin: Origin }[] = [
			...(flags[name] === undefined
				? []
				: [{ given: flags[name], origin: { kind: 'flag' as const, name: flagOf(setting, flags[name]) } }]),
			...fromEnv,
			...(file && Object.hasOwn(file.values, name)
				? [{ given: file.values[name], origin: { kind: 'file' as const, name: file.path } }]
				: []),
		];
		const found = candidates.find(({ given, origin }) => {
			if (parseSetting(name, given) !== null) return true;
			problems.push(`${origin.name} sets ${name} to ${quote(given)}. ${allowedValues(name)}`);
			return false;
		});
		values[name] = parseSetting(name, found?.given) ?? fallback;
		origins[name] = found?.origin ?? { kind: 'default', name: '' };
	}
	return { values: values as Settings, origins: origins as Record<SettingName, Origin>, problems };
}

/** Returns a value in the form that it is kept in; null if the setting does not take it. */
export function parseSetting(name: SettingName, given: unknown): string | null {
	if (typeof given !== 'string' && typeof given !== 'boolean' && typeof given !== 'number') return null;
	const setting = settingOf(name);
	const typed = String(given).trim().toLowerCase();
	const word = isSwitch(setting) ? (SWITCH_WORDS[typed] ?? typed) : typed;
	return setting.values.find((value) => value === word) ?? null;
}

const SWITCH_WORDS: Readonly<Record<string, string>> = {
	...{ '1': 'on', true: 'on', yes: 'on' },
	...{ '0': 'off', false: 'off', no: 'off' },
};

/** Returns the option that gives a setting a value: of a switch that is off, the opposite one. */
function flagOf(setting: Setting, value: string): string {
	const { flag = '' } = setting;
	return isSwitch(setting) && value === 'off' ? flag.replace('--', '--no-') : flag;
}

/** Returns the sentence that names the values of a setting. */
export function allowedValues(name: SettingName): string {
	const { values } = settingOf(name);
	return `It takes ${values.slice(0, -1).join(', ')} or ${values.at(-1)}.`;
}

/** Quotes a value of any type, shortened. */
function quote(given: unknown): string {
	const text = typeof given === 'string' ? given : (JSON.stringify(given) ?? String(given));
	return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
