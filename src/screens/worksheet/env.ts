import type { Env, SheetEnv } from '../screen.js';

/** Returns the environment with the worksheet tools; null: not loaded yet. */
export function withSheetTools(env: Env): SheetEnv | null {
	const tools = env.sheets();
	return tools && { ...env, ...tools };
}
