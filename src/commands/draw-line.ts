import type { ColorLevel } from '../app/theme.js';
import { drawUnsafeLine } from '../content/problems/unsafe-text.js';
import type { DrawLine } from '../export/text.js';
import type { LoadedSettings } from '../session/settings.js';

interface DrawLineOptions {
	readonly stream: 'stdout' | 'stderr';
	/** Colours of the output; missing: as many as it shows. */
	readonly level?: ColorLevel | undefined;
	readonly printError: (text: string) => void;
}

/** Returns what draws the lines of printed text in the theme of the settings, and prints which of them cannot be used. */
export async function loadDrawLine(
	{ values, problems }: LoadedSettings,
	{ stream, level, printError }: DrawLineOptions,
): Promise<DrawLine> {
	const { outputPaint } = await import('../session/output-paint.js');
	for (const problem of problems) printError(`${drawUnsafeLine(problem)}\n`);
	return outputPaint(values.theme, stream, level).line;
}
