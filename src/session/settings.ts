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
 * Loads the settings: the options given, the environment, and the settings file.
 *
 * @returns with the problems of the file first, in sentences
 */
export async function loadSettings(flags: Partial<Settings>, env: Environment): Promise<LoadedSettings> {
	const { path, values, problem } = await readSettingsFile(env);
	const file = path === null ? null : { path, values };
	const { problems, ...resolved } = resolveSettings({ flags, env, file });
	return {
		...resolved,
		path,
		kept: values,
		fileProblem: problem,
		problems: [...(problem === null ? [] : [problem]), ...problems],
	};
}
