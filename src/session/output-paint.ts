import { supportsColor, supportsColorStderr } from 'chalk';
import { type ColorLevel, getPaint, type Paint } from '../app/theme.js';
import type { Theme } from '../settings/settings.js';
import { backgroundOf } from '../terminal/index.js';

/** Returns how many colours an output shows. A pipe or a file shows none, unless FORCE_COLOR asks for them. */
export function colorLevel(output: 'stdout' | 'stderr'): ColorLevel {
	if (!process[output].isTTY && process.env['FORCE_COLOR'] === undefined) return 0;
	const found = output === 'stdout' ? supportsColor : supportsColorStderr;
	if (!found) return 0;
	return found.has256 ? 256 : 16;
}

/**
 * Returns the paint of printed text. Its terminal is not asked for the background: the answer would come too late.
 *
 * @param level colours of the output; by default as many as it shows
 */
export const outputPaint = (theme: Theme, output: 'stdout' | 'stderr', level = colorLevel(output)): Paint =>
	getPaint(theme, backgroundOf(process.env), level);
