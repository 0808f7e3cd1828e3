import { type ResolvedSettings, resolveSettings, type Settings } from '../settings/settings.js';
import type { Environment } from '../storage/index.js';
import { readSettingsFile } from '../storage/settings-file.js';

/** The settings of this run, and the file that some of them may come from. */
export interface LoadedSettings extends ResolvedSettings {
	/** null: there is no data folder. */
	readonly path: string | null;
	/** What the file contains, unchecked. */
	readonly kept: Readonly<Record<string, unknown>>;
	/** Why the file cannot be used; null: it can, or there is none. */
	readonly fileProblem: string | null;
}

/**
 * Reads the settings file, once. The result resolves the settings with the options given, which are not all known at
 * first; its problems begin with those of the file, in sentences.
 */
export async function openSettings(env: Environment): Promise<(flags: Partial<Settings>) => LoadedSettings> {
	const { path, values, problem } = await readSettingsFile(env);
	const file = path === null ? null : { path, values };
	return (flags) => {
		const { problems, ...resolved } = resolveSettings({ flags, env, file });
		return {
			...resolved,
			path,
			kept: values,
			fileProblem: problem,
			problems: [...(problem === null ? [] : [problem]), ...problems],
		};
	};
}
