import type { LessonDocument } from '../../content/index.js';
import type { DrillTools } from '../../screens/drill/state.js';
import { progressLines } from '../../screens/overlays/progress-lines.js';
import type { Size } from '../../screens/size.js';
import type { State } from '../../screens/state.js';
import { styledLines } from '../theme.js';

/**
 * How far the reader is.
 *
 * @param tools null: not loaded yet
 * @param now milliseconds since 1970, UTC
 */
export function progressText(
	state: State,
	lessons: readonly LessonDocument[],
	tools: DrillTools | null,
	now: number,
	size: Size,
): readonly string[] {
	const { readings, misses, reviews } = state;
	const practice = tools?.drill.practiceOf(tools.kit, reviews, new Date(now)) ?? null;
	return progressLines({ lessons, readings, misses, practice, reviews, now }, size.columns - 4).map(
		(line) => `  ${styledLines([line])}`,
	);
}
